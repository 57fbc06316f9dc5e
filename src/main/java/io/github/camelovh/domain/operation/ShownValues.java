// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Values as people may see them: those whose names say that they are secret are masked. */
final class ShownValues {
    static final String MASK = "***";

    private static final Pattern SECRET =
            Pattern.compile(".*(secret|password|token|consumerkey|applicationkey|authcode|authinfo|privatekey)|code");

    /** A pair of these says what the other one is, as the configurations of carts and the arguments of tasks do. */
    private static final String[] NAMING = {"label", "key"};

    private ShownValues() {}

    /** {@return whether a value of this name is secret: {@code authInfo}, {@code AUTH_INFO}, {@code argument.authInfo}} */
    static boolean isSecret(String name) {
        String plain =
                name.substring(name.lastIndexOf('.') + 1).replace("_", "").toLowerCase(Locale.ROOT);
        return SECRET.matcher(plain).matches();
    }

    /** {@return values by name, a text or bytes} */
    static JsonNode of(Object values) {
        if (values instanceof Map<?, ?> map) {
            ObjectNode shown = ApiJson.mapper().createObjectNode();
            map.forEach((name, value) ->
                    shown.set(name.toString(), isSecret(name.toString()) ? TextNode.valueOf(MASK) : of(value)));
            return shown;
        }
        if (values instanceof byte[] bytes) {
            return ofBytes(bytes);
        }
        if (values instanceof String text
                && !text.isBlank()
                && "{[".indexOf(text.stripLeading().charAt(0)) >= 0) {
            return ofJson(text);
        }
        try {
            JsonNode tree = ApiJson.mapper().valueToTree(values);
            return masked(tree.deepCopy(), false);
        } catch (IllegalArgumentException e) {
            return TextNode.valueOf("a " + values.getClass().getName());
        }
    }

    private static JsonNode ofBytes(byte[] bytes) {
        try {
            return of(Bodies.values(bytes));
        } catch (WrongUsageException e) {
            return TextNode.valueOf(bytes.length + " bytes");
        }
    }

    private static JsonNode ofJson(String text) {
        try {
            return masked(ApiJson.mapper().readTree(text), false);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text.length() + " characters"); // what is in it is not known
        }
    }

    /** {@return the body of a call} */
    static JsonNode ofRequest(ApiCall call) {
        try {
            String last = call.path().substring(call.path().lastIndexOf('/') + 1);
            return masked(ApiJson.mapper().readTree(call.body()), isSecret(last));
        } catch (IOException e) {
            throw new UncheckedIOException("A body that was made here is no JSON", e);
        }
    }

    private static JsonNode masked(JsonNode node, boolean named) {
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, masked(list.get(i), false));
            }
        }
        if (node instanceof ObjectNode object) {
            boolean secret = named;
            for (String naming : NAMING) {
                secret |= isSecret(object.path(naming).asText());
            }
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                boolean hides =
                        isSecret(each.getKey()) || (secret && each.getKey().equals("value"));
                each.setValue(
                        hides && !each.getValue().isNull() ? TextNode.valueOf(MASK) : masked(each.getValue(), false));
            }
        }
        return node;
    }
}
