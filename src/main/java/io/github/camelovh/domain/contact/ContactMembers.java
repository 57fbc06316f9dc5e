// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
            if (dot < 0) {
                root.put(path, value);
            } else {
                root.withObjectProperty(path.substring(0, dot)).put(path.substring(dot + 1), value);
            }
        });
        return root;
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
