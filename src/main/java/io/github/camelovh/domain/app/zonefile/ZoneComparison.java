// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.settings.ZoneRules;
import io.github.camelovh.domain.dns.InvalidRecordsException;
import io.github.camelovh.domain.dns.PlannedZone;
import io.github.camelovh.domain.dns.ZoneWish;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;

/** Compares zones with files. Notes nothing and changes nothing. */
public final class ZoneComparison {
    private final Endpoints endpoints;
    private final ZoneRules rules;
    private final Charset encoding;

    /** @param encoding of CSV files without a byte order mark; null for UTF-8 */
    public ZoneComparison(Endpoints endpoints, ZoneRules rules, Charset encoding) {
        this.endpoints = endpoints;
        this.rules = rules;
        this.encoding = encoding;
    }

    /**
     * What would make a zone as a file says.
     *
     * @throws ZoneFileException if the file cannot be used, or the account has no such zone
     */
    public PlannedZone of(Path file) throws IOException {
        DesiredZoneFile read = DesiredZoneFile.read(file, encoding, false);
        ZoneWish wish = new ZoneWish(read.zone(), read.records(), rules.ownership(), rules.guards());
        try {
            return endpoints.call("dns", "plan", Map.of(), wish).as(PlannedZone.class);
        } catch (WrongUsageException e) {
            throw e.getCause() instanceof InvalidRecordsException faults ? new ZoneFileException(faults) : e;
        } catch (OvhNotFoundException e) {
            throw new ZoneFileException(
                    file.getFileName() + " is refused, and nothing was changed: the account has no zone " + read.zone()
                            + ". The name of the file, without its ending, has to be the name of a zone of this account. Check the name, and"
                            + " the account that the keys belong to.");
        }
    }
}
