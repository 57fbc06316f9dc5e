/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.sandbox.room;

import io.github.camelovh.domain.sandbox.zone.ServedZone;
import io.github.camelovh.domain.sandbox.zone.ZoneFileText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A name at another registrar: what that one and the owner there do, and the zone that is served there. */
final class ElsewhereState {

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
