// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One route of the API as a named operation: a row of the catalog. Immutable.
 *
 * @param resource the resource it belongs to, such as {@code domain}
 * @param name unique in its resource, such as {@code get}
 * @param method the HTTP method
 * @param path the path with {@code {placeholders}}, beginning with {@code /domain} or {@code /v2/domain}
 * @param parameters all its parameters, including the members of its body
 * @param bodyType the API's type of the whole body; empty if there is no body or it has only named members
 * @param openBody whether the body may have more members than {@code parameters}, which must then be unchanged
 * @param answer the API's type of the answer; {@code void} for none
 * @param repeat whether it may be sent twice
 * @param risk the worst that it may do
 * @param lists how the listed ids are converted to objects; empty if it is not such a list
 * @param item the name of the operation that reads one listed object; empty if there is none
 * @param iamActions the IAM actions that a service account needs
 * @param flags of {@code anonymous}, {@code unsigned}, {@code beta}, {@code deprecated}
 */
public record Operation(
        String resource,
        String name,
        HttpMethod method,
        String path,
        List<Parameter> parameters,
        String bodyType,
        boolean openBody,
        String answer,
        Repeat repeat,
        Risk risk,
        Set<ListStrategy> lists,
        String item,
        List<String> iamActions,
        Set<String> flags) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    public Operation {
        parameters = List.copyOf(parameters);
        lists = Set.copyOf(lists);
        iamActions = List.copyOf(iamActions);
        flags = Set.copyOf(flags);
    }

    /** {@return {@code resource:name}} */
    public String fullName() {
        return resource + ":" + name;
    }

    /** {@return method and path, such as {@code GET /domain/{serviceName}}} */
    public String route() {
        return method + " " + path;
    }

    /** {@return the access rule that a consumer key needs, such as {@code GET /domain/*}} */
    public String accessRule() {
        return PLACEHOLDER.matcher(route()).replaceAll("*");
    }

    /** {@return the IAM actions that a service account needs, as a text; null where there is none} */
    public String iamAction() {
        return iamActions.isEmpty() ? null : String.join(", ", iamActions);
    }

    /** {@return whether it has a JSON body} */
    public boolean hasBody() {
        if (!bodyType.isEmpty()) {
            return true;
        }
        for (Parameter each : parameters) {
            if (each.place() == Parameter.Place.BODY) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether the API answers without credentials} */
    public boolean anonymous() {
        return flags.contains("anonymous");
    }

    /** {@return whether it must be called without credentials} */
    public boolean unsigned() {
        return flags.contains("unsigned");
    }

    /**
     * Whether a member of the body has the same name as a parameter outside of it: then it is read only from the body.
     */
    public boolean shadowed(Parameter member) {
        return member.place() == Parameter.Place.BODY
                && parameters.stream()
                        .anyMatch(each -> each.place() != Parameter.Place.BODY
                                && each.name().equals(member.name()));
    }

    /** {@return whether it takes a value of this name} */
    public boolean takes(String parameter) {
        for (Parameter each : parameters) {
            if (each.name().equals(parameter)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the values that travel in this place} */
    public List<Parameter> parameters(Parameter.Place place) {
        return parameters.stream().filter(each -> each.place() == place).toList();
    }
}
