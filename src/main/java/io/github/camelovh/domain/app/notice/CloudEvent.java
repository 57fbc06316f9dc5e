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
package io.github.camelovh.domain.app.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.app.ledger.Notice;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A move of a row as others are told of it, in the form of CloudEvents 1.0. Its data is about the name and what was asked;
 * the row's cells, and so its owner and its secrets, are not in it.
 *
 * @param notice the move
 */
public record CloudEvent(Notice notice) {
    /** The media type of {@link #json}. */
    public static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

    private static final String TYPE = "io.github.camelovh.domain.";
    private static final int HASH_SHOWN = 16;
    private static final Set<RequestState> TROUBLE =
            EnumSet.of(RequestState.UNFINISHED, RequestState.FAILED, RequestState.REFUSED);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same whenever and wherever this move is told: whoever hears it twice knows it by that. */
    public String id() {
        return content() + "-" + notice.line() + "-" + notice.number();
    }

    /** Where a person has to look: the row did not come to what was wished. */
    public boolean needsAttention() {
        return TROUBLE.contains(notice.move().to());
    }

    /** For example {@code io.github.camelovh.domain.transfer.news}. */
    public String type() {
        return TYPE + word(notice.action()) + "." + word(notice.move().event().name());
    }

    /** One line for people. */
    public String line() {
        String toDo = notice.whatToDo();
        return notice.domain() + " (" + notice.action() + "): "
                + state(notice.move().to()) + ", " + notice.move().why() + (toDo == null ? "" : ". To do: " + toDo);
    }

    /** One line of JSON. */
    public String json() {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id())
                .put("source", "urn:ovh-domain:file:" + content())
                .put("type", type())
                .put("subject", notice.domain())
                .put("time", notice.move().at().toString())
                .put("datacontenttype", "application/json");
        event.putObject("data")
                .put("file", notice.file().name())
                .put("line", notice.line())
                .put("action", notice.action())
                .put("domain", notice.domain())
                .put("state", state(notice.move().to()))
                .put("before", state(notice.move().from()))
                .put("reason", notice.move().why())
                .put("whatToDo", notice.whatToDo())
                .put("orderId", notice.orderId())
                .put("needsAttention", needsAttention());
        return event.toString();
    }

    /** For a file of its own; in the order of the ledger, and the same for the same event. */
    String fileName() {
        return String.format(Locale.ROOT, "%019d-%s.json", notice.number(), content());
    }

    byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    private String content() {
        return notice.file().contentHash().substring(0, HASH_SHOWN);
    }

    private static String state(RequestState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
