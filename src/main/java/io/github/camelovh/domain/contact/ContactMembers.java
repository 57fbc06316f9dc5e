// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Members of a contact by their paths, such as {@code address.city}, and nested as in the API. */
public final class ContactMembers {
    /** Members of {@code me.contact.Contact}, by path, sorted. */
    public static final List<String> NAMES = List.of(
            "address.city",
            "address.country",
            "address.line1",
            "address.line2",
            "address.line3",
            "address.otherDetails",
            "address.province",
            "address.zip",
            "birthCity",
            "birthCountry",
            "birthDay",
            "birthZip",
            "cellPhone",
            "companyNationalIdentificationNumber",
            "email",
            "fax",
            "firstName",
            "gender",
            "language",
            "lastName",
            "legalForm",
            "nationalIdentificationNumber",
            "nationality",
            "organisationName",
            "organisationType",
            "phone",
            "spareEmail",
            "vat");

    private static final List<Parameter> OF_NAMES =
            OperationCatalog.row("contact:updateDomainContact").parameters(Parameter.Place.BODY);

    /** Members of {@code domain.Contact}, the owner of a name, by path. */
    public static final List<String> OWNER_NAMES = OF_NAMES.stream()
            .map(Parameter::name)
            .filter(name -> !name.equals("id"))
            .flatMap(name -> name.equals("address")
                    ? NAMES.stream().filter(each -> each.startsWith("address."))
                    : Stream.of(name))
            .toList();

    /** Members of either, by path: which of the two routes takes a contact is not known before it is looked at. */
    public static final Set<String> ALL_NAMES =
            Stream.concat(NAMES.stream(), OWNER_NAMES.stream()).collect(Collectors.toUnmodifiableSet());

    /** Those that are numbers. */
    private static final Set<String> NUMBERS = OF_NAMES.stream()
            .filter(each -> each.type().equals("long"))
            .map(Parameter::name)
            .collect(Collectors.toUnmodifiableSet());

    /** Members that the API returns and nobody sets. */
    private static final Set<String> NOT_OURS = Set.of("id", "iam");

    private static final Set<String> PHONES = Set.of("phone", "cellPhone", "fax");

    private ContactMembers() {}

    /** The members that have a value, sorted. */
    public static Map<String, String> flat(JsonNode contact) {
        Map<String, String> flat = new TreeMap<>();
        flatten("", contact, flat);
        return flat;
    }

    private static void flatten(String prefix, JsonNode object, Map<String, String> into) {
        object.properties().forEach(each -> {
            JsonNode value = each.getValue();
            if (value.isObject()) {
                flatten(prefix + each.getKey() + ".", value, into);
            } else if (value.isValueNode()
                    && !value.isNull()
                    && !value.asText().isEmpty()
                    && !NOT_OURS.contains(prefix + each.getKey())) {
                into.put(prefix + each.getKey(), value.asText());
            }
        });
    }

    /** The reverse of {@link #flat}. */
    public static ObjectNode nested(Map<String, String> members) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        members.forEach((path, value) -> {
            int dot = path.indexOf('.');
            if (isNumber(path, value)) {
                root.put(path, Long.parseLong(value));
            } else if (dot < 0) {
                root.put(path, value);
            } else {
                root.withObjectProperty(path.substring(0, dot)).put(path.substring(dot + 1), value);
            }
        });
        return root;
    }

    /** {@return whether the API takes the value of this member: some are numbers} */
    public static boolean isFit(String path, String value) {
        return !NUMBERS.contains(path) || isNumber(path, value);
    }

    private static boolean isNumber(String path, String value) {
        return NUMBERS.contains(path) && value.matches("[0-9]{1,18}");
    }

    /**
     * Whether two values of a member mean the same: OVHcloud rewrites phone numbers, and the letter case of names; no
     * other difference is ignored.
     *
     * @param kept null for none
     */
    public static boolean alike(String member, String wished, String kept) {
        if (kept == null) {
            return false;
        }
        return PHONES.contains(member) ? digits(wished).equals(digits(kept)) : wished.equalsIgnoreCase(kept);
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }
}
