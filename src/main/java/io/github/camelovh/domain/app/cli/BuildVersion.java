// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest. Classes that are not in a jar have no version. */
final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = BuildVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "ovh-domain " + (version == null ? "(not packed)" : version),
            "Java " + Runtime.version().feature()
        };
    }
}
