// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Owner contacts: one store with two views, {@code /me/contact} and the richer {@code /domain/contact}. */
final class Contacts {

    /** Marks a contact that a gTLD name uses: its name and e-mail cannot change any more. Never shown. */
    static final String FIXED = "_fixed";

    private static final Pattern REFERENCE = Pattern.compile("/(?:me|domain)/contact/([0-9]+)");
    private static final List<String> FIXED_MEMBERS = List.of("firstName", "lastName", "organisationName", "email");
    private static final List<String> FIRST_NAMES =
            List.of("Alix", "Charlie", "Dominique", "Gwen", "Jo", "Lou", "Maxime", "Noa", "Robin", "Sacha");
    private static final List<String> LAST_NAMES =
            List.of("Bernard", "Dubois", "Durand", "Garcia", "Lambert", "Moreau", "Petit", "Robert", "Simon", "Thomas");
    private static final List<String> ADDRESS =
            List.of("line1", "line2", "line3", "zip", "city", "country", "province", "otherDetails");
    /** The members of {@code me.contact.Contact}. */
    static final List<String> SHORT = List.of(
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
    /** The additional members of {@code domain.Contact}. */
    private static final List<String> MORE = List.of(
            "accreditationCountry",
            "accreditationId",
            "accreditationOrganism",
            "accreditationYear",
            "enterpriseId",
            "insee",
            "legalFormCategory",
            "organisationAccountable",
            "organisationFunding",
            "organisationFundingOther",
            "organisationRole",
            "organisationRoleOther",
            "organisationStaffStatus",
            "organisationStaffStatusOther",
            "organisationTypeOther",
            "registrantDocumentType",
            "registrantDocumentTypeOther",
            "roleInOrganisation",
            "trademarkId",
            "website");

    private Contacts() {}

    /** Whether a text is a reference to a contact by its path. */
    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    static long idOf(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            throw Refuse.badRequest("OWNER_CONTACT must look like /me/contact/1234, not " + reference);
        }
        return Long.parseLong(matcher.group(1));
    }

    static ObjectNode shown(ObjectNode contact, boolean rich) {
        ObjectNode shown = Json.object("id", contact.get("id"));
        SHORT.stream()
                .filter(member -> !rich || !member.equals("spareEmail"))
                .forEach(member -> shown.set(member, orNull(contact, member)));
        if (rich) {
            MORE.forEach(member -> shown.set(member, orNull(contact, member)));
        }
        ObjectNode address = Json.object();
        ADDRESS.forEach(member -> address.set(member, orNull(contact.path("address"), member)));
        shown.set("address", address);
        return shown;
    }

    private static JsonNode orNull(JsonNode parent, String member) {
        return parent.hasNonNull(member) ? parent.get(member) : Json.nothing();
    }

    /** Sets the members that were sent in a contact; the id stays. */
    static void merge(ObjectNode contact, JsonNode sent) {
        for (Iterator<Map.Entry<String, JsonNode>> members = sent.fields(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            String name = member.getKey();
            if (name.equals("id")) {
                continue;
            }
            if (name.equals("address") && member.getValue().isObject()) {
                ObjectNode address = contact.withObjectProperty("address");
                address.setAll((ObjectNode) member.getValue());
            } else {
                refuseFixed(contact, name, member.getValue());
                contact.set(name, member.getValue());
            }
        }
    }

    private static void refuseFixed(ObjectNode contact, String name, JsonNode value) {
        if (isFixed(contact)
                && FIXED_MEMBERS.contains(name)
                && !contact.path(name).asText("").equals(value.asText(""))) {
            throw Refuse.readOnlyMember(name);
        }
    }

    private static boolean isFixed(ObjectNode contact) {
        return contact.path(FIXED).asBoolean(false);
    }

    static boolean isReadOnly(ObjectNode contact, String member) {
        return member.equals("id") || (isFixed(contact) && FIXED_MEMBERS.contains(member));
    }

    /** The account holder as an owner contact, which an order without OWNER_CONTACT copies. */
    static ObjectNode ofAccount(ObjectNode me) {
        return Json.object(
                "firstName", me.get("firstname"),
                "lastName", me.get("name"),
                "email", me.get("email"),
                "phone", me.get("phone"),
                "language", me.get("language"),
                "legalForm", me.get("legalform"),
                "organisationName", me.get("organisation"),
                "address",
                        Json.object(
                                "line1", me.get("address"),
                                "zip", me.get("zip"),
                                "city", me.get("city"),
                                "country", me.get("country")));
    }

    /** A generated person, for names with different owners. */
    static ObjectNode madeUp(Random random, int number) {
        String first = FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()));
        String last = LAST_NAMES.get(random.nextInt(LAST_NAMES.size()));
        return Json.object(
                "firstName",
                first,
                "lastName",
                last,
                "email",
                "owner-" + number + "@example.com",
                "phone",
                "+33.1" + String.format(Locale.ROOT, "%08d", number),
                "language",
                "fr_FR",
                "legalForm",
                "individual",
                "organisationName",
                "",
                "address",
                Json.object(
                        "line1",
                        number + " avenue des Essais",
                        "zip",
                        String.format(Locale.ROOT, "%05d", 10_000 + number % 80_000),
                        "city",
                        "Lyon",
                        "country",
                        "FR"));
    }

    /** The account of the default keys. */
    static ObjectNode account(String nichandle) {
        ObjectNode me = Json.object(
                "nichandle", nichandle,
                "firstname", "Camille",
                "name", "Martin",
                "email", "camille.martin@example.com",
                "spareEmail", null,
                "phone", "+33.123456789",
                "phoneCountry", "FR",
                "phoneType", "landline",
                "fax", null,
                "address", "18 rue de la Paix",
                "complementaryAddress", null,
                "zip", "75002",
                "city", "Paris",
                "country", "FR",
                "area", "",
                "language", "fr_FR",
                "legalform", "individual",
                "sex", null,
                "organisation", "",
                "vat", "");
        me.setAll(Json.object(
                "birthCity", null,
                "birthDay", null,
                "companyNationalIdentificationNumber", null,
                "corporationType", null,
                "currency", Json.object("code", "EUR", "symbol", "€"),
                "customerCode", "0000-1111-22",
                "italianSDI", null,
                "kycValidated", false,
                "nationalIdentificationNumber", null,
                "ovhCompany", "ovh",
                "ovhSubsidiary", "FR",
                "purposeOfPurchase", null,
                "state", "complete"));
        return me;
    }
}
