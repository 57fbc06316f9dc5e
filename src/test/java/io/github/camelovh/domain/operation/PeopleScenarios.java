// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static io.github.camelovh.domain.operation.Scenario.NAME;
import static io.github.camelovh.domain.operation.Scenario.costly;
import static io.github.camelovh.domain.operation.Scenario.going;
import static io.github.camelovh.domain.operation.Scenario.joinedTo;
import static io.github.camelovh.domain.operation.Scenario.map;
import static io.github.camelovh.domain.operation.Scenario.prepared;
import static io.github.camelovh.domain.operation.Scenario.run;
import static io.github.camelovh.domain.operation.Scenario.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.contact.OwnerContact;
import io.github.camelovh.domain.operation.Scenario.Input;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The people behind names. */
final class PeopleScenarios {
    private static final int MANY_NAMES = 7;
    /** Its registry takes no owner from everywhere. */
    private static final String FRENCH = "haus-zen-5.fr";

    private static final Map<String, Object> WHOLE_OWNER = map(
            "owner.firstName",
            "Ada",
            "owner.lastName",
            "Lovelace",
            "owner.email",
            "ada@example.com",
            "owner.phone",
            "+44.2012345678",
            "owner.language",
            "en_GB",
            "owner.legalForm",
            "individual",
            "owner.address.line1",
            "1 St James's Square",
            "owner.address.city",
            "London",
            "owner.address.zip",
            "SW1Y",
            "owner.address.country",
            "GB");

    /** With a member that only one of two routes takes. */
    private static final Map<String, Object> RICHER = joinedTo(new HashMap<>(WHOLE_OWNER), "owner.enterpriseId", "1");

    private PeopleScenarios() {}

    static List<Scenario> all() {
        return Stream.of(people(), owners()).flatMap(List::stream).toList();
    }

    private static List<Scenario> people() {
        Map<String, Object> ada = map("owner.firstName", "Ada", "owner.lastName", "Lovelace");
        return List.of(
                run("contact:ownerOf", "domain", NAME),
                run("contact:listOwners"),
                run("contact:findOrCreate", ada),
                run("contact:findOrCreate", joinedTo(new HashMap<>(ada), "owner.enterpriseId", "1")),
                prepared(
                        "contact:change",
                        world -> with("contactId", owner(world).id(), "owner.phone", "+33.900000000")),
                costly(
                        "contact:changeOwner",
                        world -> new Input(
                                joinedTo(joinedTo(new HashMap<>(WHOLE_OWNER), "domain", NAME), "maxPrice", "50 EUR"),
                                null)),
                costly(
                        "contact:changeOwner",
                        world -> with(
                                "domain",
                                NAME,
                                "maxPrice",
                                "50 EUR",
                                "ownerContact",
                                world.call("contact:findOrCreate", WHOLE_OWNER, null))),
                costly("contact:changeOwner", world -> {
                    OrderScenarios.payByName(world);
                    return with("domain", NAME, "maxPrice", "50 EUR", "ownerContact", "/me/contact/5000000002");
                }),
                costly("contact:changeOwner", world -> crowdedTrade(world, WHOLE_OWNER)),
                prepared("contact:changeOwner", world -> {
                    changed(world);
                    return with("domain", NAME, "maxPrice", "50 EUR", "ownerContact", "/me/contact/5000000002");
                }),
                prepared(
                        "contact:changeOwner",
                        world -> new Input(
                                joinedTo(joinedTo(new HashMap<>(RICHER), "domain", NAME), "maxPrice", "50 EUR"), null)),
                run("contact:accounts", "domain", NAME),
                run("contact:changeAccounts", "domain", NAME, "contactTech", "xx2222-ovh"),
                run("whois:get", "domain", NAME),
                run("whois:setDisclosure", "domain", NAME, "disclosure.owner", "all"),
                run("whois:setDisclosure", "domain", NAME, "disclosure.owner", "all", "through", "v2"),
                run("whois:setObfuscation", "domain", NAME, "obfuscation.tech", "off"),
                run("whois:planDisclosure", "domain", NAME, "disclosure.owner", "all"),
                prepared("whois:applyDisclosure", world -> going("domain", NAME, "disclosure.owner", "all")),
                run("whois:planObfuscation", "domain", NAME, "obfuscation.tech", "off"),
                prepared("whois:applyObfuscation", world -> going("domain", NAME, "obfuscation.tech", "off")),
                run("contact:planAccounts", "domain", NAME, "contactTech", "xx2222-ovh"),
                prepared("contact:applyAccounts", world -> going("domain", NAME, "contactTech", "xx2222-ovh")),
                prepared("contact:checkAccounts", world -> {
                    Input roles = going("domain", NAME, "contactTech", "xx2222-ovh");
                    world.call("contact:applyAccounts", roles.parameters(), null);
                    return roles;
                }));
    }

    /** A plan of few owners reads each, one of many reads all at once. */
    private static List<Scenario> owners() {
        Map<String, Object> phone = map("domain", NAME, "owner.phone", "+33.900000000");
        Map<String, Object> name = map("domain", NAME, "owner.lastName", "Lovelace", "maxPrice", "50 EUR");
        Map<String, Object> another = new HashMap<>(WHOLE_OWNER);
        another.putAll(map("domain", NAME, "maxPrice", "50 EUR"));
        Map<String, Object> richer = new HashMap<>(RICHER);
        richer.putAll(map("domain", NAME, "maxPrice", "50 EUR"));
        Map<String, Object> richerName = joinedTo(new HashMap<>(name), "owner.enterpriseId", "1");
        Map<String, Object> abroad = map("domain", FRENCH, "owner.address.country", "US", "maxPrice", "50 EUR");
        Map<String, Object> ofAbroad = new HashMap<>(WHOLE_OWNER);
        ofAbroad.putAll(abroad);
        return List.of(
                prepared("contact:planOwnerData", world -> new Input(phone, null)),
                prepared("contact:planOwnerData", world -> new Input(phone, null, MANY_NAMES, 1)),
                prepared("contact:planOwnerData", world -> new Input(name, null)),
                prepared("contact:planOwnerChange", world -> new Input(another, null)),
                prepared("contact:planOwnerChange", world -> new Input(another, null, MANY_NAMES, 1)),
                prepared(
                        "contact:planOwnerChange",
                        world -> with("domain", NAME, "maxPrice", "50 EUR", "ownerContact", "/me/contact/5000000002")),
                prepared("contact:planOwnerChange", world -> new Input(ofAbroad, null)),
                prepared("contact:planOwnerChange", world -> {
                    world.isTradeFree = false;
                    return new Input(another, null);
                }),
                prepared("contact:planOwnerData", world -> new Input(abroad, null)),
                prepared("contact:planOwnerData", world -> {
                    world.isTradeFree = false;
                    return new Input(name, null);
                }),
                prepared("contact:applyOwnerData", world -> going(new Input(new HashMap<>(abroad), null))),
                prepared("contact:applyOwnerData", world -> going(new Input(new HashMap<>(richerName), null))),
                prepared("contact:applyOwnerData", world -> {
                    changed(world);
                    return going(new Input(new HashMap<>(name), null));
                }),
                costly("contact:applyOwnerData", world -> {
                    Map<String, Object> members = new HashMap<>();
                    owner(world).members().forEach((member, value) -> members.put("owner." + member, value));
                    crowdedTrade(world, joinedTo(members, "owner.lastName", "Lovelace"));
                    return going(new Input(new HashMap<>(name), null));
                }),
                prepared("contact:applyOwnerChange", world -> going(new Input(new HashMap<>(ofAbroad), null))),
                costly("contact:applyOwnerChange", world -> {
                    Input once = going(new Input(new HashMap<>(another), null));
                    return new Input(once.parameters(), null, 1, 0);
                }),
                prepared("contact:applyOwnerChange", world -> {
                    changed(world);
                    return going("domain", NAME, "maxPrice", "50 EUR", "ownerContact", "/me/contact/5000000002");
                }),
                prepared("contact:applyOwnerData", world -> going(new Input(new HashMap<>(phone), null))),
                costly("contact:applyOwnerData", world -> going(new Input(new HashMap<>(name), null))),
                costly("contact:applyOwnerData", world -> {
                    OrderScenarios.payByName(world);
                    return going(new Input(new HashMap<>(name), null));
                }),
                costly("contact:applyOwnerChange", world -> going(new Input(new HashMap<>(another), null))),
                costly("contact:applyOwnerChange", world -> {
                    OrderScenarios.payByName(world);
                    return going(new Input(new HashMap<>(richer), null));
                }),
                costly("contact:applyOwnerChange", world -> {
                    Input crowded = crowdedTrade(world, WHOLE_OWNER);
                    return going(new Input(new HashMap<>(crowded.parameters()), null));
                }),
                prepared("contact:checkOwnerChange", world -> {
                    Input change = going(new Input(new HashMap<>(another), null));
                    world.call("contact:applyOwnerChange", change.parameters(), null);
                    return change;
                }));
    }

    /** Its owner is being changed, and nobody knows. */
    private static void changed(CompositeWorld world) {
        Map<String, Object> change = joinedTo(new HashMap<>(WHOLE_OWNER), "domain", NAME);
        world.call("contact:changeOwner", joinedTo(change, "maxPrice", "50 EUR"), null);
        world.loseJournal();
    }

    private static Input crowdedTrade(CompositeWorld world, Map<String, Object> owner) {
        String to = (String) world.call("contact:findOrCreate", owner, null);
        JsonNode trade = ApiJson.mapper()
                .<JsonNode>valueToTree(world.call("order:listServiceOptions", map("serviceName", NAME), null))
                .get(0);
        Map<String, Object> item = map(
                "serviceName",
                NAME,
                "planCode",
                trade.path("planCode").asText(),
                "duration",
                "P0Y",
                "pricingMode",
                trade.at("/prices/0/pricingMode").asText(),
                "quantity",
                1);
        OrderScenarios.crowdedCart(
                world,
                "camel-ovh-domain trade " + NAME + " from " + owner(world).id() + " to " + to,
                new OrderScenarios.Item("order:addServiceOption", item));
        return with("domain", NAME, "maxPrice", "50 EUR", "ownerContact", to);
    }

    private static OwnerContact owner(CompositeWorld world) {
        return (OwnerContact) world.call("contact:ownerOf", map("domain", NAME), null);
    }
}
