// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.handler.ShopOffer.Requirement;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The items of a cart and their configurations. A label has one value: to change it, delete it and post it again; a
 * second post of a label is a conflict.
 */
final class CartItemRoutes {

    private static final Pattern NICHANDLE = Pattern.compile("[a-z]{2}[0-9]+-[a-z]+");
    private static final Pattern ZONE = Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(\\.(?!-)[a-z0-9-]{1,63}(?<!-))+");
    private static final List<String> TEMPLATES = List.of("basic", "minimized", "redirect");
    private static final String ITEM = "/order/cart/{cartId}/item/{itemId}";

    private final SandboxWorld world;
    private final Account account;
    private final CartRoutes carts;
    private final CartGoods goods;
    private final Extensions extensions;
    private final OtherRegistrars elsewhere;

    CartItemRoutes(
            SandboxWorld world,
            Account account,
            CartRoutes carts,
            CartGoods goods,
            Extensions extensions,
            OtherRegistrars elsewhere) {
        this.world = world;
        this.account = account;
        this.carts = carts;
        this.goods = goods;
        this.extensions = extensions;
        this.elsewhere = elsewhere;
    }

    void register(Routes routes) {
        routes.on(
                "GET",
                "/order/cart/{cartId}/item",
                request -> SandboxAnswer.ok(Json.list(
                        world.unordered(List.copyOf(carts.cart(request).items.keySet())))));
        routes.on("GET", ITEM, request -> SandboxAnswer.ok(item(request).json(carts.cart(request))));
        routes.on("PUT", ITEM, this::update);
        routes.on("DELETE", ITEM, this::delete);
        routes.on(
                "GET",
                ITEM + "/requiredConfiguration",
                request -> SandboxAnswer.ok(Json.list(requirements(item(request)).stream()
                        .map(Requirement::json)
                        .toList())));
        routes.on("GET", ITEM + "/configuration", this::settings);
        routes.on("POST", ITEM + "/configuration", this::set);
        routes.on(
                "GET",
                ITEM + "/configuration/{configurationId}",
                request -> SandboxAnswer.ok(setting(request).json()));
        routes.on("DELETE", ITEM + "/configuration/{configurationId}", this::unset);
    }

    private CartState.Item item(SandboxRequest request) {
        long id = request.id("itemId");
        CartState.Item item = carts.cart(request).items.get(id);
        if (item == null) {
            throw Refuse.noSuchObject(id);
        }
        return item;
    }

    private CartState.Item itemToChange(SandboxRequest request) {
        carts.openCart(request);
        return item(request);
    }

    /** The configurations that an item accepts. */
    List<Requirement> requirements(CartState.Item item) {
        return switch (item.what) {
            case CREATE, TRANSFER ->
                elsewhere.offer(elsewhere.name(item.domain)).requirements(extensions);
            case TRADE ->
                List.of(
                        new Requirement("OWNER_CONTACT", "/me/contact", true),
                        new Requirement("REASON", "String", false));
            case ZONE -> List.of(new Requirement("zone", "String", true), new Requirement("template", "String", true));
            case OPTION -> List.of();
        };
    }

    private SandboxAnswer update(SandboxRequest request) {
        CartState.Item item = itemToChange(request);
        if (request.body().path("quantity").asLong(1) != 1) {
            throw Refuse.badRequest("Only a quantity of 1 can be ordered");
        }
        request.text("duration").ifPresent(duration -> goods.setDuration(item, duration));
        return SandboxAnswer.ok(item.json(carts.cart(request)));
    }

    private SandboxAnswer delete(SandboxRequest request) {
        CartState.Item item = itemToChange(request);
        carts.cart(request).items.values().removeIf(other -> other == item || other.parent == item.itemId);
        return SandboxAnswer.nothing();
    }

    private SandboxAnswer settings(SandboxRequest request) {
        return SandboxAnswer.ok(Json.list(item(request).settings.values().stream()
                .filter(setting ->
                        request.query("label").map(setting.label::equals).orElse(true))
                .map(setting -> setting.id)
                .toList()));
    }

    private CartState.Setting setting(SandboxRequest request) {
        long id = request.id("configurationId");
        CartState.Setting setting = item(request).settings.get(id);
        if (setting == null) {
            throw Refuse.noSuchObject(id);
        }
        return setting;
    }

    private SandboxAnswer set(SandboxRequest request) {
        CartState.Item item = itemToChange(request);
        String label = request.text("label").orElseThrow();
        String value = request.text("value").orElseThrow();
        Requirement requirement = requirements(item).stream()
                .filter(known -> known.label().equals(label))
                .findFirst()
                .orElseThrow(() ->
                        Refuse.badRequest("The item " + item.itemId + " takes no configuration labelled " + label));
        if (item.value(label) != null) {
            throw Refuse.conflict("The item " + item.itemId + " has a configuration labelled " + label + " already");
        }
        checkForm(requirement, value);
        CartState.Setting setting = new CartState.Setting();
        setting.id = world.ids().next();
        setting.label = label;
        setting.value = value;
        item.settings.put(setting.id, setting);
        return SandboxAnswer.ok(setting.json());
    }

    private void checkForm(Requirement requirement, String value) {
        boolean right =
                switch (requirement.type()) {
                    case "bool" -> value.equals("true") || value.equals("false");
                    case "Nichandle" -> NICHANDLE.matcher(value).matches();
                    case "/me/contact" ->
                        Contacts.isReference(value) && account.contacts.containsKey(Contacts.idOf(value));
                    default ->
                        switch (requirement.label()) {
                            case "zone" -> ZONE.matcher(value).matches();
                            case "DNS" -> isServers(value);
                            case "template" -> TEMPLATES.contains(value);
                            default -> !value.isEmpty();
                        };
                };
        if (!right) {
            throw Refuse.badRequest("Invalid value for configuration " + requirement.label() + ": " + value);
        }
    }

    private static boolean isServers(String value) {
        List<String> servers = Arrivals.servers(value);
        return servers.size() >= 2
                && servers.size() <= 13
                && servers.stream().allMatch(server -> ZONE.matcher(server).matches());
    }

    private SandboxAnswer unset(SandboxRequest request) {
        CartState.Item item = itemToChange(request);
        item.settings.remove(setting(request).id);
        return SandboxAnswer.nothing();
    }
}
