// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.OvhEligibilityException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhRejectedInputException;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.rules.RuleParameters;
import io.github.camelovh.domain.rules.RuleTooComplexException;
import io.github.camelovh.domain.rules.Rules;
import io.github.camelovh.domain.rules.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Whether the data of an order is what its registry wants, before any cart exists. The rule is evaluated here, which costs one call
 * for each extension; what it does not allow is put to OVHcloud's own check, whose word counts. Thread-safe.
 */
public final class EligibilityChecks {
    private static final Operation CHECK = OperationCatalog.row("rules:check");
    private static final Operation CONTACT = OperationCatalog.row("contact:getDomainContact");
    private static final Operation ME = OperationCatalog.row("account:get");
    private static final String OWNER = "OWNER_CONTACT";
    private static final String ADMIN = "ADMIN_ACCOUNT";
    private static final String TECH = "TECH_ACCOUNT";
    /** A transfer may wait for its code, and a code is nobody's business here. */
    private static final String AUTH_INFO = "AUTH_INFO";
    /** Members of an account, and of the contact that OVHcloud makes of it where a row names no owner. */
    private static final Map<String, String> ACCOUNT_AS_OWNER = Map.ofEntries(
            Map.entry("firstname", "firstName"),
            Map.entry("name", "lastName"),
            Map.entry("email", "email"),
            Map.entry("phone", "phone"),
            Map.entry("language", "language"),
            Map.entry("legalform", "legalForm"),
            Map.entry("organisation", "organisationName"),
            Map.entry("vat", "vat"),
            Map.entry("address", "address.line1"),
            Map.entry("zip", "address.zip"),
            Map.entry("city", "address.city"),
            Map.entry("country", "address.country"));

    private final Supplier<OvhApi> api;
    private final Supplier<Rules> rules;
    private final Map<String, JsonNode> contacts = new ConcurrentHashMap<>();
    private volatile JsonNode account;

    public EligibilityChecks(Supplier<OvhApi> api, Supplier<Rules> rules) {
        this.api = api;
        this.rules = rules;
    }

    /**
     * Who is to be the owner.
     *
     * @param contact path of a contact; null for none
     * @param members of one that is to be made; empty for none. Without either it is the holder of the account
     */
    public record Owner(String contact, Map<String, String> members) {
        /** Members may be personal, so only their names are shown. */
        @Override
        public String toString() {
            return "Owner[" + contact + ", " + members.keySet() + "]";
        }
    }

    /**
     * What the registry thinks of the data.
     *
     * @param objections what is wrong, by parameter, which is the column of a file too; empty where nothing is
     * @param remark what else the operator may want to know, in a clause; null for nothing
     */
    public record Verdict(Map<String, String> objections, String remark) {
        static final Verdict FINE = new Verdict(Map.of(), null);

        public Verdict {
            objections = Collections.unmodifiableMap(new LinkedHashMap<>(objections));
        }

        /** All that is wrong in a sentence. */
        public String why() {
            List<String> all = new ArrayList<>();
            objections.forEach((parameter, sentence) -> all.add(parameter + " " + sentence));
            return "the registry would not take it: " + String.join("; ", all);
        }

        /** How the operator mends it. */
        public String whatToDo() {
            return "correct " + String.join(", ", new TreeSet<>(objections.keySet()))
                    + " and drop the row again; `ovh-domain rules NAME` tells all that is wanted";
        }
    }

    /**
     * Holds data against its registry's rule.
     *
     * @param action create, transfer, trade or update
     * @param configuration all labels that the order would carry
     * @throws io.github.camelovh.domain.api.OvhApiException if nothing can be found out at the moment
     */
    public Verdict check(DomainName name, String action, Owner wished, Map<String, String> configuration) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        configuration.forEach(data::put);
        try {
            List<Violation> violations = violations(name, action, wished, data);
            if (!violations.isEmpty() && wished.members().isEmpty()) {
                // Somebody may have mended at OVHcloud what was read before.
                forget(wished);
                violations = violations(name, action, wished, data);
            }
            return violations.isEmpty() ? Verdict.FINE : checked(name, action, data, violations);
        } catch (OvhRejectedInputException | OvhNotFoundException | OvhConflictException e) {
            return Verdict.FINE; // no rule, or no such contact: the offer or the cart will tell
        } catch (RuleTooComplexException | IllegalArgumentException e) {
            return checked(name, action, data, List.of());
        }
    }

    private List<Violation> violations(DomainName name, String action, Owner wished, ObjectNode data) {
        data.set(OWNER, owner(wished));
        data.set(ADMIN, account());
        data.set(TECH, account());
        return rules.get().violations(name, action, data).stream()
                .filter(each -> !each.path().equals(AUTH_INFO))
                .toList();
    }

    private void forget(Owner wished) {
        account = null;
        if (wished.contact() != null) {
            contacts.remove(idOf(wished.contact()));
        }
    }

    private static String idOf(String contact) {
        return contact.substring(contact.lastIndexOf('/') + 1);
    }

    /** The server's word, by parameter as far as these can be told. */
    private Verdict checked(DomainName name, String action, ObjectNode data, List<Violation> violations) {
        Map<String, String> objections = new LinkedHashMap<>();
        violations.forEach(each -> objections.merge(
                RuleParameters.nameOf(each.path()),
                each.sentence().substring(each.path().length() + 1),
                (one, other) -> one + ", " + other));
        try {
            api.get()
                    .send(ApiCall.of(CHECK)
                            .withBody(body(action, data))
                            .withQuery("action", action)
                            .withQuery("domain", name.ascii()));
        } catch (OvhEligibilityException e) {
            if (objections.isEmpty()) {
                e.violations().forEach((field, sentence) -> objections.put(field, "(" + sentence + ")"));
            }
            return new Verdict(objections, null);
        } catch (OvhRejectedInputException e) {
            objections.putIfAbsent("the data", e.getMessage());
            return new Verdict(objections, null);
        }
        return objections.isEmpty()
                ? Verdict.FINE
                : new Verdict(
                        Map.of(),
                        "its registry's rule, read here, speaks against " + String.join(", ", objections.keySet())
                                + ", and OVHcloud's check does not: that one counts");
    }

    /** {@code domain.configuration.rules.RuleData}. Of a name of the account OVHcloud knows itself who holds its roles. */
    private static ObjectNode body(String action, ObjectNode data) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("owner", data.path(OWNER));
        if (action.equals("create") || action.equals("transfer")) {
            body.set("adminAccount", data.path(ADMIN));
            body.set("techAccount", data.path(TECH));
        }
        ObjectNode domain = body.putObject("domain");
        if (data.hasNonNull("REASON")) {
            domain.set("reason", data.path("REASON"));
        }
        ObjectNode extras = body.putObject("extras");
        if (data.hasNonNull("ACCEPT_CONDITIONS")) {
            extras.put(
                    "acceptCondition", data.path("ACCEPT_CONDITIONS").asText().equals("true"));
        }
        return body;
    }

    private JsonNode owner(Owner wished) {
        if (wished.contact() != null) {
            return contacts.computeIfAbsent(idOf(wished.contact()), key -> read(CONTACT, key));
        }
        if (!wished.members().isEmpty()) {
            return ContactMembers.nested(wished.members());
        }
        Map<String, String> members = new LinkedHashMap<>();
        JsonNode me = account();
        ACCOUNT_AS_OWNER.forEach((member, as) -> {
            if (me.hasNonNull(member)) {
                members.put(as, me.path(member).asText());
            }
        });
        return ContactMembers.nested(members);
    }

    private JsonNode account() {
        JsonNode known = account;
        if (known == null) {
            known = read(ME);
            account = known;
        }
        return known;
    }

    private JsonNode read(Operation operation, Object... ids) {
        return api.get().send(ApiCall.of(operation, ids)).json();
    }
}
