// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses single cells into domain values. An invalid cell is refused in the row, and null or an empty value is
 * returned.
 */
final class CellReading {
    static final int LONGEST_PERIOD = 10;

    private static final Pattern PERIOD = Pattern.compile("(?i)P?(\\d{1,4})\\s*(?:y|year|years)?");
    private static final Pattern PRICE =
            Pattern.compile("(?i)([a-z]{3}|\u20AC)?\\s*(\\d{1,9}(?:[.,]\\d{1,2})?)\\s*([a-z]{3}|\u20AC)?");
    private static final Pattern CONTACT = Pattern.compile("(?:(/me/contact|/domain/contact)/)?([1-9]\\d{0,17})");
    private static final Pattern ORDER = Pattern.compile("[1-9]\\d{0,17}");
    private static final Pattern BETWEEN_HOSTS = Pattern.compile("[\\s,;|]+");
    private static final String LEGAL_FORMS =
            "administration|association|corporation|individual|other|personalcorporation";
    static final List<String> OWNER_NEEDS = List.of(
            "firstName",
            "lastName",
            "email",
            "phone",
            "language",
            "legalForm",
            "address.line1",
            "address.city",
            "address.country");

    private CellReading() {}

    static DomainName domain(RowCells row) {
        String written = row.text(Columns.DOMAIN);
        if (written.isEmpty()) {
            row.refuse(Columns.DOMAIN, "is empty", "write the name, such as example.com");
            return null;
        }
        NameReading.Result name = NameReading.read(written);
        if (name.isRefused()) {
            row.refuse(Columns.DOMAIN, name.problem(), name.mend());
            return null;
        }
        return DomainName.of(name.ascii());
    }

    /** The ISO 8601 period in years; one year if the cell is empty. */
    static String period(RowCells row) {
        String written = row.text(Columns.PERIOD);
        if (written.isEmpty()) {
            return "P1Y";
        }
        Matcher m = PERIOD.matcher(written);
        if (!m.matches()) {
            row.refuse(
                    Columns.PERIOD,
                    "\"" + RowCells.shown(written) + "\" is not a number of years",
                    "write 1 (or 1y, or P1Y) up to " + LONGEST_PERIOD);
            return null;
        }
        int years = Integer.parseInt(m.group(1));
        if (years < 1 || years > LONGEST_PERIOD) {
            row.refuse(
                    Columns.PERIOD,
                    years + " years is out of range",
                    "write whole years from 1 to " + LONGEST_PERIOD + "; 12 months are 1");
            return null;
        }
        return "P" + years + "Y";
    }

    /** The highest price; null if the cell is empty or refused. */
    static Money maxPrice(RowCells row, String currency) {
        String written = row.text(Columns.MAX_PRICE);
        if (written.isEmpty()) {
            return null;
        }
        Matcher m = PRICE.matcher(written);
        if (!m.matches() || (m.group(1) != null && m.group(3) != null)) {
            row.refuse(
                    Columns.MAX_PRICE,
                    "\"" + RowCells.shown(written) + "\" is not a price",
                    "write a number without thousands separators, such as 12.50 or 12.50 " + currency);
            return null;
        }
        String unit = m.group(1) != null ? m.group(1) : m.group(3);
        String given = unit == null ? currency : unit.equals("\u20AC") ? "EUR" : unit.toUpperCase(Locale.ROOT);
        BigDecimal amount = new BigDecimal(m.group(2).replace(',', '.'));
        if (!given.equals(currency)) {
            row.refuse(
                    Columns.MAX_PRICE,
                    "is in " + given + " but the account pays in " + currency,
                    "write the limit in " + currency);
            return null;
        }
        if (amount.signum() <= 0) {
            row.refuse(Columns.MAX_PRICE, "is not above zero", "write the highest price with tax, or leave it empty");
            return null;
        }
        return new Money(amount, given);
    }

    /** The known expiry of a name; null if the cell is empty or refused. */
    static LocalDate expiry(RowCells row) {
        String written = row.text(Columns.EXPIRY);
        if (written.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            row.refuse(
                    Columns.EXPIRY,
                    "\"" + RowCells.shown(written) + "\" is not a date",
                    "write the date on which the name expires now, such as 2027-03-31, or leave it empty");
            return null;
        }
    }

    /** The numbers of orders that are known not to be a renewal. */
    static Set<Long> acknowledgedOrders(RowCells row) {
        Set<Long> orders = new TreeSet<>();
        for (String word : words(row, Columns.ACKNOWLEDGED_ORDERS)) {
            if (ORDER.matcher(word).matches()) {
                orders.add(Long.parseLong(word));
            } else {
                row.refuse(
                        Columns.ACKNOWLEDGED_ORDERS,
                        "\"" + RowCells.shown(word) + "\" is not an order number",
                        "write the numbers of orders that include the name and are not a renewal, separated by spaces");
            }
        }
        return orders;
    }

    static List<String> nameServers(RowCells row) {
        List<String> servers = new ArrayList<>();
        for (String host : words(row, Columns.NAME_SERVERS)) {
            NameReading.Result name = NameReading.read(host);
            if (name.isRefused()) {
                row.refuse(
                        Columns.NAME_SERVERS,
                        name.problem(),
                        "write host names separated by spaces: ns1.example.net ns2.example.net");
            } else if (servers.contains(name.ascii())) {
                row.refuse(Columns.NAME_SERVERS, "has " + name.ascii() + " twice", "write two different hosts");
            } else {
                servers.add(name.ascii());
            }
        }
        if (servers.size() == 1
                && row.refusals().stream().noneMatch(r -> r.column().equals(Columns.NAME_SERVERS))) {
            row.refuse(
                    Columns.NAME_SERVERS, "has only one host", "write at least two, or leave it empty for OVHcloud's");
        }
        return servers;
    }

    /** The words of a cell; none if it is empty. */
    static List<String> words(RowCells row, String column) {
        String written = row.text(column);
        return written.isEmpty() ? List.of() : List.of(BETWEEN_HOSTS.split(written, -1));
    }

    /** The path of a contact; null if the cell is empty or refused. */
    static String ownerContact(RowCells row) {
        String written = row.text(Columns.OWNER_CONTACT);
        if (written.isEmpty()) {
            return null;
        }
        Matcher m = CONTACT.matcher(written);
        if (!m.matches()) {
            row.refuse(
                    Columns.OWNER_CONTACT,
                    "\"" + RowCells.shown(written) + "\" is not a contact",
                    "write the contact's number, or /me/contact/NUMBER");
            return null;
        }
        return (m.group(1) == null ? "/me/contact" : m.group(1)) + "/" + m.group(2);
    }

    static Map<String, String> owner(RowCells row) {
        Map<String, String> owner = row.group(Columns.OWNER);
        if (owner.isEmpty()) {
            return owner;
        }
        List<String> missing =
                OWNER_NEEDS.stream().filter(n -> !owner.containsKey(n)).toList();
        if (!missing.isEmpty()) {
            row.refuse(
                    Columns.OWNER + missing.get(0),
                    "the new owner has no " + String.join(", ", missing),
                    "fill these columns, or write an existing contact into " + Columns.OWNER_CONTACT);
        }
        shapes(row, owner);
        if (!row.text(Columns.OWNER_CONTACT).isEmpty()) {
            row.refuse(
                    Columns.OWNER_CONTACT,
                    "has a contact, but the owner columns describe another",
                    "fill either " + Columns.OWNER_CONTACT + " or the owner columns");
        }
        return owner;
    }

    /** The desired values of some members of an owner. A hyphen removes a value, which is returned as an empty text. */
    static Map<String, String> ownerMembers(RowCells row) {
        Map<String, String> owner = new LinkedHashMap<>(row.group(Columns.OWNER));
        if (owner.isEmpty()) {
            row.refuse(
                    Columns.OWNER + "email",
                    "is empty, and so are the other columns " + Columns.OWNER + "*",
                    "fill the values to change; an empty cell leaves a value unchanged, a hyphen removes it");
        }
        owner.replaceAll((member, value) -> value.equals("-") ? "" : value);
        Map<String, String> given = new LinkedHashMap<>(owner);
        given.values().removeIf(String::isEmpty);
        shapes(row, given);
        return owner;
    }

    /** A filled member of an owner. */
    static String ownerMember(RowCells row, String member) {
        String value = row.text(Columns.OWNER + member);
        shapes(row, Map.of(member, value));
        return value;
    }

    private static void shapes(RowCells row, Map<String, String> owner) {
        shape(
                row,
                owner,
                "email",
                "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+",
                "is not an e-mail address",
                "write it as name@example.com");
        shape(
                row,
                owner,
                "address.country",
                "[A-Z]{2}",
                "is not a country code",
                "write two capital letters, such" + " as FR");
        shape(
                row,
                owner,
                "language",
                "[a-z]{2}_[A-Z]{2}",
                "is not a language",
                "write language and country, such as" + " fr_FR");
        shape(row, owner, "phone", "\\+[0-9][0-9. ]{5,20}", "is not a phone number", "write it as +33.123456789");
        shape(
                row,
                owner,
                "legalForm",
                LEGAL_FORMS,
                "is not a legal form",
                "write one of: " + LEGAL_FORMS.replace('|', ' '));
        shape(
                row,
                owner,
                "birthDay",
                "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
                "is not a date",
                "write year, month and day, such as 1990-12-31");
        shape(
                row,
                owner,
                "vat",
                "[A-Z]{2}[A-Za-z0-9+*.]{2,13}",
                "is not a VAT number",
                "write it with its country, such as FR12345678901");
    }

    private static void shape(
            RowCells row, Map<String, String> owner, String member, String form, String problem, String mend) {
        String value = owner.get(member);
        if (value != null && !value.matches(form)) {
            row.refuse(Columns.OWNER + member, problem, mend); // never the value, which is personal
        }
    }
}
