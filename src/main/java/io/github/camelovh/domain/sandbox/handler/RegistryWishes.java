// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The data that single registries ask for besides a contact, in the grammar of OVHcloud's rules. Invented after the
 * published rules of registries, and increasingly complex: presence, formats, lengths, dates, alternatives, nested
 * conditions.
 */
final class RegistryWishes {
    /** Requirements that a text in the order satisfies. */
    static final Set<String> REASONS = Set.of("purpose", "presence");

    private static final String FISCAL_CODE = "[A-Z]{6}[0-9]{2}[A-Z][0-9]{2}[A-Z][0-9]{3}[A-Z]";

    private RegistryWishes() {}

    /** Adds the requirements of an extension, to the fields of its owner and besides them. */
    static void add(Extension extension, String action, ArrayNode fields, ArrayNode all) {
        if (extension.wants("fiscal")) {
            fields.add(of(
                    "nationalIdentificationNumber",
                    where(plain("required"), owner("legalForm", value("eq", "individual"))),
                    where(value("match", FISCAL_CODE), owner("address.country", value("eq", "IT")))));
            fields.add(of("vat", where(value("match", "IT[0-9]{11}"), both("IT"))));
        }
        if (extension.wants("number")) {
            ArrayNode ways = Json.list();
            ways.add(of("nationalIdentificationNumber", plain("required"), value("minlength", "8")));
            ways.add(of("companyNationalIdentificationNumber", plain("required"), value("minlength", "5")));
            fields.add(Json.object("or", ways));
        }
        if (extension.wants("vat")) {
            fields.add(of("vat", plain("notempty"), value("minlength", "5"), value("maxlength", "16")));
        }
        if (extension.wants("birth")) {
            fields.add(of(
                    "birthDay",
                    where(plain("required"), owner("legalForm", value("eq", "individual"))),
                    values("between", "1900-01-01", "2008-12-31")));
            fields.add(of("birthCity", where(plain("required"), owner("birthCountry", plain("notempty")))));
        }
        if (extension.wants("adult")) {
            fields.add(of("birthDay", value("gte", "1900-01-01"), value("lt", "2009-01-01")));
        }
        if (extension.wants("company")) {
            fields.add(
                    of("legalForm", value("ne", "individual"), values("notcontains", "other", "personalcorporation")));
            fields.add(of("companyNationalIdentificationNumber", plain("required"), value("match", "[0-9]{9}")));
        }
        if (extension.wants("nofax")) {
            fields.add(of("fax", where(plain("empty"), owner("address.country", value("eq", "NL")))));
        }
        if (extension.wants("zipnumber")) {
            fields.add(of(
                    "address.zip",
                    where(value("gt", "999"), owner("address.country", value("eq", "AT"))),
                    where(value("lte", "9999"), owner("address.country", value("eq", "AT")))));
        }
        if (extension.wants("presence")) {
            ArrayNode ways = Json.list();
            ways.add(ownerWith(of("address.country", value("eq", "CA"), plain("required"))));
            ways.add(ownerWith(of("nationality", value("eq", "CA"), plain("required"))));
            ways.add(of("REASON", plain("required"), value("minlength", "20"), value("maxlength", "255")));
            all.add(Json.object("or", ways));
        }
        if (extension.wants("purpose") && action.equals("create")) {
            all.add(of("REASON", plain("required"), value("minlength", "20"), value("maxlength", "255")));
        }
    }

    private static ObjectNode of(String label, ObjectNode... constraints) {
        return Json.object(
                "label",
                label,
                "type",
                label.equals("birthDay") ? "date_ISO8601" : label.equals("REASON") ? "text" : "string",
                "description",
                "What the registry wants of " + label,
                "constraints",
                Arrays.asList(constraints));
    }

    private static ObjectNode plain(String operator) {
        return Json.object("operator", operator);
    }

    private static ObjectNode value(String operator, String value) {
        return Json.object("operator", operator, "value", value);
    }

    private static ObjectNode values(String operator, String... values) {
        return Json.object("operator", operator, "values", Arrays.asList(values));
    }

    private static ObjectNode where(ObjectNode constraint, ObjectNode condition) {
        constraint.set("conditions", condition);
        return constraint;
    }

    private static ObjectNode ownerWith(ObjectNode field) {
        return Json.object(
                "label",
                "OWNER_CONTACT",
                "type",
                "contact",
                "fields",
                field,
                "constraints",
                List.of(plain("required")));
    }

    /** A condition on the owner; a missing value does not meet it. */
    private static ObjectNode owner(String field, ObjectNode constraint) {
        return ownerWith(of(field, constraint, plain("required")));
    }

    /** An organisation in a country: a condition with two parts. */
    private static ObjectNode both(String country) {
        ArrayNode parts = Json.list();
        parts.add(owner("address.country", value("eq", country)));
        parts.add(owner("legalForm", value("ne", "individual")));
        return Json.object("and", parts);
    }
}
