// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The sandbox's answer to one request.
 *
 * @param status HTTP status
 * @param body JSON body, never null ({@link NullNode} for operations without a result)
 * @param headers further answer headers
 * @param effect whether the state changed, according to the handler; the server counts only writes that succeeded
 */
public record SandboxAnswer(int status, JsonNode body, Map<String, String> headers, boolean effect) {

    public SandboxAnswer {
        body = body == null ? NullNode.getInstance() : body;
        headers = Map.copyOf(headers);
    }

    /** 200 with a JSON value. */
    public static SandboxAnswer ok(JsonNode body) {
        return new SandboxAnswer(200, body, Map.of(), true);
    }

    /** 200 with a plain JSON string, as {@code GET /me/order/{orderId}/status} answers. */
    public static SandboxAnswer text(String text) {
        return ok(TextNode.valueOf(text));
    }

    /** 200 with the JSON value {@code null}: the answer of operations without a result. */
    public static SandboxAnswer nothing() {
        return ok(NullNode.getInstance());
    }

    /**
     * An error in the current form, {@code message} first and {@code class} after it.
     *
     * @param errorClass e.g. {@code Client::NotFound}; null gives only a message
     */
    public static SandboxAnswer error(int status, String errorClass, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", message);
        if (errorClass != null) {
            body.put("class", errorClass);
        }
        return new SandboxAnswer(status, body, Map.of(), false);
    }

    /** An error in the current form with {@code details}. */
    public static SandboxAnswer error(int status, String errorClass, String message, Map<String, String> details) {
        SandboxAnswer answer = error(status, errorClass, message);
        ObjectNode named = ((ObjectNode) answer.body()).putObject("details");
        details.forEach(named::put);
        return answer;
    }

    /** An error in the old form: {@code errorCode}, {@code httpCode}, {@code message}. */
    public static SandboxAnswer oldError(int status, String code, String message) {
        String reason =
                switch (status) {
                    case 400 -> "Bad Request";
                    case 401 -> "Unauthorized";
                    case 403 -> "Forbidden";
                    case 404 -> "Not Found";
                    default -> "Error";
                };
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("errorCode", code)
                .put("httpCode", status + " " + reason)
                .put("message", message);
        return new SandboxAnswer(status, body, Map.of(), false);
    }

    /** 400 {@code Client::BadRequest}. */
    public static SandboxAnswer badRequest(String message) {
        return error(400, "Client::BadRequest", message);
    }

    /** 403 {@code Client::Forbidden}. */
    public static SandboxAnswer forbidden(String message) {
        return error(403, "Client::Forbidden", message);
    }

    /** 404 for a service that is not in the account. Several clients compare exactly this text. */
    public static SandboxAnswer noSuchService() {
        return error(404, "Client::NotFound", "This service does not exist");
    }

    /** 404 for an object with an id. */
    public static SandboxAnswer noSuchObject(Object id) {
        return error(404, "Client::NotFound", "The requested object (id = " + id + ") does not exist");
    }

    /** 409 {@code Client::Conflict}. */
    public static SandboxAnswer conflict(String message) {
        return error(409, "Client::Conflict", message);
    }

    /** 460: the service is suspended or being deleted. */
    public static SandboxAnswer expired() {
        return error(460, null, "This service is expired");
    }

    /** A copy for a call that changed nothing, e.g. a check by POST. */
    public SandboxAnswer withoutEffect() {
        return new SandboxAnswer(status, body, headers, false);
    }

    public SandboxAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new SandboxAnswer(status, body, more, effect);
    }

    public boolean successful() {
        return status < 400;
    }

    /** This answer as an exception. */
    public SandboxRefusal refusal() {
        return new SandboxRefusal(this);
    }
}
