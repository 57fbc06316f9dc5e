// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.zone.ServedZone;
import io.github.camelovh.domain.sandbox.zone.ZoneFileText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A name at another registrar: what that registrar and the owner do, and the zone that is served there. */
final class NameElsewhere {

    /** The losing registrar's answer to a transfer request. */
    enum Answer {
        accept,
        /** Refuses (NACK) before the name moves. */
        refuse,
        /** Accepts, and takes the name back before the transfer is complete. */
        takeBack
    }

    String name;
    String registrar = "Elsewhere Registrar";
    /** Epoch milliseconds, like all times here. */
    long created;
    /** The last registration or transfer: no transfer for 60 days after it. */
    long moved;

    long expires;
    boolean locked;
    String code;
    Answer answer = Answer.accept;
    /** Whether the owner answers the confirmation mail. */
    boolean confirms = true;

    List<String> nameServers = new ArrayList<>();
    /** The zone on its name servers there. */
    String zoneFile;
    /** Whether these name servers still answer. */
    boolean serves = true;
    /** Whether they continue to answer after the name has left. */
    boolean servesAfterwards = true;

    private transient ServedZone found;

    /** Replaces the zone that is served there. */
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
