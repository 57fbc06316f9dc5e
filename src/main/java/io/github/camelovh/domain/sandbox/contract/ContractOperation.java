// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One operation of the API.
 *
 * @param method upper case
 * @param pattern path with placeholders; v2 paths begin with {@code /v2/}
 * @param answerType {@code void}, a scalar, a model, or a list or map of those
 * @param anonymous whether it may be called without a signature
 * @param status {@code production}, {@code beta}, {@code alpha}, {@code deprecated}
 * @param pathTypes type by placeholder
 * @param query query parameters by name
 * @param bodyType type of the whole body; null if the body has named members or there is no body
 * @param bodyMembers named members of a body without a type
 * @param iamActions the IAM actions that a service account needs
 */
public record ContractOperation(
        String method,
        String pattern,
        String answerType,
        boolean anonymous,
        String status,
        Map<String, String> pathTypes,
        Map<String, Field> query,
        String bodyType,
        Map<String, Field> bodyMembers,
        List<String> iamActions) {

    /** The name of this operation in the journal and the control routes, e.g. {@code GET /domain/{serviceName}}. */
    public String key() {
        return method + " " + pattern;
    }

    public boolean v2() {
        return pattern.startsWith("/v2/");
    }

    /** The name of the handler in error texts: the path without its placeholders. */
    public String handlerName() {
        return segments().filter(segment -> !placeholder(segment)).collect(Collectors.joining("/"));
    }

    /** The name of the last placeholder, if the path ends in a placeholder: an item of a list. */
    public Optional<String> itemPlaceholder() {
        String last = pattern.substring(pattern.lastIndexOf('/') + 1);
        return placeholder(last) ? Optional.of(last.substring(1, last.length() - 1)) : Optional.empty();
    }

    /** Whether the answer is a list of plain ids or names, so that an item route may exist. */
    public boolean listsIds() {
        return method.equals("GET") && answerType.endsWith("[]") && !answerType.contains(".");
    }

    Stream<String> segments() {
        return Stream.of(pattern.substring(1).split("/"));
    }

    static boolean placeholder(String segment) {
        return segment.startsWith("{");
    }
}
