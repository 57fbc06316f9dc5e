// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import io.github.camelovh.domain.api.CredentialSearch;
import io.github.camelovh.domain.app.file.OpenFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What lies open to other users of this machine: folders of the application, the key of the ledger, files of keys. */
public final class OpenPlaces {
    private OpenPlaces() {}

    /**
     * Looks at all of them. What lies in a data folder that is closed is closed.
     *
     * @param keyFiles where keys of the account may be, such as {@code ovh.conf}
     */
    public static List<OpenFiles.Opening> of(ApplicationSettings settings, List<Path> keyFiles) {
        List<OpenFiles.Opening> open = new ArrayList<>();
        OpenFiles.look(settings.data()).ifPresent(open::add);
        if (settings.sharedInbox() != null) {
            OpenFiles.lookAtShared(settings.sharedInbox()).ifPresent(open::add);
        }
        if (!settings.ledgerKey().startsWith(settings.data())) {
            OpenFiles.look(settings.ledgerKey()).ifPresent(open::add);
        }
        keyFiles.forEach(path -> OpenFiles.look(path).ifPresent(open::add));
        return List.copyOf(open);
    }

    /** The files that keys of the account are searched in, for this process. */
    public static List<Path> keyFiles() {
        return CredentialSearch.usualFiles(Path.of("").toAbsolutePath(), Path.of(System.getProperty("user.home")));
    }
}
