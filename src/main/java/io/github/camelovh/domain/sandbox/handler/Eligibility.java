// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks whether a purchase satisfies the rules of its registry; refuses in the API's words. */
final class Eligibility {

    private final SandboxWorld world;
    private final Account account;
    private final Extensions extensions;
    private final EligibilityRules eligibilityRules;

    Eligibility(SandboxWorld world, Account account, Extensions extensions) {
        this.world = world;
        this.account = account;
        this.extensions = extensions;
        this.eligibilityRules = new EligibilityRules(extensions);
    }

    /** The rule as the API shows it. For names that begin with {@code strict-}, it shows more than it checks. */
    JsonNode rule(SandboxRequest request) {
        SoldName name = name(request);
        ObjectNode rule = eligibilityRules.rule(name, request.query("action").orElseThrow());
        if (name.label().startsWith("strict-")) {
            rule.withArrayProperty("and")
                    .add(Json.object(
                            "label",
                            "OWNER_CONTACT",
                            "type",
                            "contact",
                            "fields",
                            Json.object(
                                    "label",
                                    "vat",
                                    "type",
                                    "string",
                                    "constraints",
                                    List.of(Json.object("operator", "required")))));
        }
        return rule;
    }

    private SoldName name(SandboxRequest request) {
        SoldName name = SoldName.of(request.query("domain").orElseThrow(), extensions);
        if (name.extension() == null) {
            throw Refuse.badRequest("No rule for the extension of " + name.text());
        }
        return name;
    }

    /** {@code POST /domain/configurationRule/check}: a body of {@code RuleData}. */
    void check(SandboxRequest request) {
        SoldName name = name(request);
        String action = request.query("action").orElseThrow();
        JsonNode sent = request.body();
        ObjectNode data = Json.object();
        copy(sent, "owner", data, "OWNER_CONTACT");
        copy(sent, "adminAccount", data, "ADMIN_ACCOUNT");
        copy(sent, "techAccount", data, "TECH_ACCOUNT");
        copy(sent.path("domain"), "reason", data, "REASON");
        copy(sent.path("extras"), "authInfo", data, "AUTH_INFO");
        copy(sent.path("extras"), "acceptCondition", data, "ACCEPT_CONDITIONS");
        if (action.equals("update") || action.equals("trade")) {
            data.setAll(missing(data));
        }
        refuse(name, action, data);
    }

    private ObjectNode missing(ObjectNode data) {
        ObjectNode more = Json.object();
        if (!data.has("OWNER_CONTACT")) {
            more.set("OWNER_CONTACT", Contacts.ofAccount(account.me));
        }
        if (!data.has("ADMIN_ACCOUNT")) {
            more.set("ADMIN_ACCOUNT", account.me);
        }
        return more;
    }

    private static void copy(JsonNode from, String member, ObjectNode to, String label) {
        if (from.hasNonNull(member)) {
            to.set(label, from.get(member));
        }
    }

    /** The check in the checkout of a cart, dry run or not. */
    void check(CartState.Item item) {
        SoldName name = SoldName.of(item.domain, extensions);
        ObjectNode data = Json.object("ADMIN_ACCOUNT", account.me, "TECH_ACCOUNT", account.me);
        item.settings.values().forEach(setting -> {
            if (!setting.label.endsWith("_ACCOUNT")) {
                data.put(setting.label, setting.value);
            }
        });
        String owner = item.value("OWNER_CONTACT");
        data.set(
                "OWNER_CONTACT",
                owner == null ? Contacts.ofAccount(account.me) : account.contacts.get(Contacts.idOf(owner)));
        refuse(name, action(item), data);
    }

    private static String action(CartState.Item item) {
        return switch (item.what) {
            case TRANSFER -> "transfer";
            case TRADE -> "trade";
            case CREATE, ZONE, OPTION -> "create";
        };
    }

    private void refuse(SoldName name, String action, ObjectNode data) {
        Map<String, String> violations = RuleCheck.violations(eligibilityRules.rule(name, action), data);
        if (violations.isEmpty()) {
            return;
        }
        Map<String, String> details = new TreeMap<>(violations);
        details.put("_date", Json.dateTime(world.now().toEpochMilli()).asText());
        details.put("_id", world.uuid("rule check " + name.text()).toString());
        details.put("_message", "Input data does not respect the rule");
        throw Refuse.ruleNotRespected(violations.size() + " constraints of rules are not respected", details);
    }
}
