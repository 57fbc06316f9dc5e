// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The eligibility rules, as the trees that {@code /domain/configurationRule} returns and the checkout checks. */
final class EligibilityRules {

    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());
    private static final List<String> WITHOUT_ZIP =
            List.of("IE", "AZ", "DJ", "LA", "CI", "AN", "HK", "BO", "PA", "HN", "NI", "SV", "CO");
    private static final List<String> RESIDENCE = List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
            "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final List<String> FRENCH_REGISTRY = with(RESIDENCE, "CH", "RE", "GP", "MQ", "GF", "YT");
    private static final List<String> LANGUAGES = List.of(
            "fr_FR", "pl_PL", "de_DE", "es_ES", "en_GB", "it_IT", "pt_PT", "nl_NL", "cs_CZ", "en_IE", "lt_LT", "fi_FI",
            "fr_SN", "fr_TN", "fr_MA", "en_AU", "en_CA", "fr_CA", "en_US");
    private static final List<String> LEGAL_FORMS =
            List.of("administration", "association", "corporation", "individual", "other", "personalcorporation");

    private final Extensions extensions;

    EligibilityRules(Extensions extensions) {
        this.extensions = extensions;
    }

    private static List<String> with(List<String> base, String... more) {
        List<String> all = new ArrayList<>(base);
        all.addAll(Arrays.asList(more));
        return List.copyOf(all);
    }

    /**
     * The rule for a name.
     *
     * @param action create, transfer, trade or update
     */
    ObjectNode rule(SoldName name, String action) {
        ArrayNode all = Json.list();
        ObjectNode owner = owner(name.extension());
        all.add(owner);
        RegistryWishes.add(
                name.extension(), action, (ArrayNode) owner.path("fields").path("and"), all);
        if (name.extension().wants("berlin")) {
            all.add(berlin());
        }
        if (action.equals("create") || action.equals("transfer")) {
            all.add(label("OWNER_LEGAL_AGE", "bool", "Whether the owner is of age", "true"));
        }
        if (action.equals("create") && name.extension().wants("conditions")) {
            all.add(label(
                    "ACCEPT_CONDITIONS",
                    "bool",
                    "Whether the conditions of the registry are accepted",
                    "true",
                    constraint("required"),
                    constraint("shouldbetrue")));
        }
        if (action.equals("create") && name.wantsReason(extensions)) {
            all.add(label("REASON", "text", "What the name is for", "The town hall buys the name of its town"));
        }
        if (action.equals("transfer") && name.extension().code()) {
            all.add(label("AUTH_INFO", "string", "Code given by the present registrar", "aB3xYz9Qw12"));
        }
        return Json.object("and", all, "constraints", Json.list());
    }

    private ObjectNode owner(Extension extension) {
        ArrayNode fields = Json.list();
        fields.add(field("address.city", "Paris", constraint("required")));
        fields.add(
                field("address.country", "FR", constraint("contains", countries(extension)), constraint("required")));
        fields.add(field("email", "someone@example.com", constraint("required")));
        fields.add(
                field("firstName", "Camille", constraintIf("required", ownerWhere("legalForm", "eq", "individual"))));
        fields.add(field("language", "fr_FR", constraint("contains", LANGUAGES), constraint("required")));
        fields.add(field("lastName", "Martin", constraintIf("required", ownerWhere("legalForm", "eq", "individual"))));
        fields.add(field("legalForm", "individual", constraint("contains", LEGAL_FORMS), constraint("required")));
        fields.add(field("address.line1", "18 rue de la Paix", constraint("required")));
        fields.add(field(
                "organisationName", "Example", constraintIf("required", ownerWhere("legalForm", "ne", "individual"))));
        fields.add(field("phone", "+33.612345678", constraint("required")));
        fields.add(field("address.zip", "75002", constraintIf("required", ownerWhereZipIsUsed())));
        ObjectNode owner = label("OWNER_CONTACT", "contact", "Who will own the name", null, constraint("required"));
        owner.set("fields", Json.object("and", fields, "constraints", Json.list()));
        return owner;
    }

    private static List<String> countries(Extension extension) {
        if (extension.wants("residence")) {
            return RESIDENCE;
        }
        return extension.name().equals("fr") ? FRENCH_REGISTRY : COUNTRIES;
    }

    /** Owner or admin lives in Berlin: the owner must, if the admin does not. */
    private static ObjectNode berlin() {
        ArrayNode fields = Json.list();
        fields.add(field("address.country", "DE", equalTo("DE", adminWhere("country", "DE"))));
        fields.add(field("address.city", "Berlin", equalTo("Berlin", adminWhere("city", "Berlin"))));
        ObjectNode owner = label("OWNER_CONTACT", "contact", "Owner or administrator lives in Berlin", null);
        owner.set("fields", Json.object("and", fields, "constraints", Json.list()));
        return owner;
    }

    private static ObjectNode equalTo(String value, ObjectNode condition) {
        return Json.object("operator", "eq", "value", value, "conditions", condition);
    }

    private static ObjectNode adminWhere(String field, String differsFrom) {
        ObjectNode admin = label("ADMIN_ACCOUNT", "contact", null, null, constraint("required"));
        admin.set(
                "fields",
                label(
                        field,
                        "string",
                        null,
                        null,
                        Json.object("operator", "ne", "value", differsFrom),
                        constraint("required")));
        return admin;
    }

    private static ObjectNode ownerWhere(String field, String operator, String value) {
        ObjectNode owner = label("OWNER_CONTACT", "contact", null, null, constraint("required"));
        owner.set(
                "fields",
                label(
                        field,
                        "string",
                        null,
                        null,
                        Json.object("operator", operator, "value", value),
                        constraint("required")));
        return owner;
    }

    private static ObjectNode ownerWhereZipIsUsed() {
        ObjectNode owner = label("OWNER_CONTACT", "contact", null, null, constraint("required"));
        owner.set(
                "fields",
                label(
                        "address.country",
                        "string",
                        null,
                        null,
                        constraint("notcontains", WITHOUT_ZIP),
                        constraint("required")));
        return owner;
    }

    private static ObjectNode field(String label, String placeholder, ObjectNode... constraints) {
        ObjectNode made = label(label, "string", "The owner's " + label, placeholder, constraints);
        ((ArrayNode) made.get("constraints")).add(Json.object("operator", "maxlength", "value", "255"));
        return made;
    }

    private static ObjectNode label(
            String label, String type, String description, String placeholder, ObjectNode... constraints) {
        ObjectNode made = Json.object("label", label, "type", type);
        if (description != null) {
            made.put("description", description);
        }
        if (placeholder != null) {
            made.put("placeholder", placeholder);
        }
        made.set("constraints", Json.list(Arrays.asList(constraints)));
        return made;
    }

    private static ObjectNode constraint(String operator) {
        return Json.object("operator", operator);
    }

    private static ObjectNode constraint(String operator, List<String> values) {
        return Json.object("operator", operator, "values", values);
    }

    private static ObjectNode constraintIf(String operator, ObjectNode condition) {
        return Json.object("operator", operator, "conditions", condition);
    }
}
