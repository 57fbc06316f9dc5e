// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.zone.ServedZone;
import io.github.camelovh.domain.sandbox.zone.ZoneFileText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A name at another registrar: what that one and the owner there do, and the zone that is served there. */
final class NameElsewhere {

    /** What the losing registrar does with the wish of a transfer. */
    enum Answer {
        accept,
        /** Refuses (NACK) before it has let the name go. */
        refuse,
        /** Lets it go, and takes it back before it has arrived. */
        takeBack
    }

    String name;
    String registrar = "Elsewhere Registrar";
    /** Epoch milliseconds, as all times here. */
    long created;
    /** When it was registered or changed its registrar last: no transfer for 60 days after it. */
    long moved;

    long expires;
    boolean locked;
    String code;
    Answer answer = Answer.accept;
    /** Whether the owner answers the mail that asks for confirmation. */
    boolean confirms = true;

    List<String> nameServers = new ArrayList<>();
    /** What its name servers there have. */
    String zoneFile;
    /** Whether they still answer. */
    boolean serves = true;
    /** Whether they go on answering when the name has gone. */
    boolean servesAfterwards = true;

    private transient ServedZone found;

    /** Takes another zone in place of the one that is served there. */
    void serve(String file) {
        zoneFile = file;
        found = null;
    }

    ServedZone served() {
        if (found == null) {
            try {
                ZoneFileText.Contents contents = ZoneFileText.read(name, zoneFile);
                found = new ServedZone(name, contents.soa(), contents.entries());
            } catch (IOException e) {
                throw new UncheckedIOException("the zone of " + name + " elsewhere was checked when it was given", e);
            }
        }
        return found;
    }
}
