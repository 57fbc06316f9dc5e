// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.Transport;
import io.github.camelovh.domain.api.catalog.HttpMethod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few routes of OVHcloud that a purchase uses, in memory, with one fault at one call. Thread-safe by one lock. */
final class FakeShop implements Transport {

    /** The fault of a call. */
    enum Fault {
        REFUSED,
        LOST_BEFORE_EFFECT,
        LOST_AFTER_EFFECT,
        BUSY_503,
        BUSY_503_AFTER_EFFECT,
        RATE_LIMITED,
        NEVER_LEFT,
        CRASH_BEFORE,
        CRASH_AFTER
    }

    /** The process ends here. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash(String where) {
            super(where);
        }
    }

    static final class FakeCart {
        String id;
        String description;
        String expire;
        boolean assigned;
        Long orderId;
        final Map<Long, FakeItem> items = new TreeMap<>();
    }

    static final class FakeItem {
        String domain;
        String duration;
        String mode;
        final Map<Long, String[]> configurations = new TreeMap<>();

        static FakeItem of(String domain, String duration) {
            FakeItem item = new FakeItem();
            item.domain = domain;
            item.duration = duration;
            item.mode = "create-default";
            return item;
        }

        /** The name of a zone is in a configuration. */
        boolean isZone() {
            return domain == null;
        }

        String sells() {
            return isZone()
                    ? configurations.values().stream()
                            .filter(set -> set[0].equals("zone"))
                            .map(set -> set[1])
                            .findFirst()
                            .orElse("nothing")
                    : domain;
        }
    }

    static final class FakeOrder {
        long id;
        String domain;
        boolean zone;
        String status;
        BigDecimal price;
        Instant date = Instant.MAX;
        final Map<String, String> configuration = new TreeMap<>();
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, FakeCart> carts = new LinkedHashMap<>();
    final Map<Long, FakeOrder> orders = new TreeMap<>();
    final Set<String> owned = new HashSet<>();
    final Set<String> ownedZones = new HashSet<>();
    final Map<String, String> modes = new HashMap<>();
    final Map<String, String> ineligible = new HashMap<>();
    final Map<String, BigDecimal> prices = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    final List<String[]> required = new ArrayList<>();
    final List<String[]> zoneRequired = new ArrayList<>();
    BigDecimal zonePrice = new BigDecimal("0.00");
    boolean tasksShow = true;
    boolean answersPay = true;
    /** What happens at the shop directly before a cart would be deleted. */
    Runnable beforeCartIsDeleted = () -> {};

    /** Leaves out the summary's order id, so that the last evidence is needed. */
    boolean summaryForgets;

    /** How far the shop's clock is ahead of ours. */
    Duration ahead = Duration.ZERO;

    /** Leaves out the prices of a cart. */
    boolean namesNoPrices;

    private long ids = 5_000_000_000L;
    private int faultAt = -1;
    private boolean faultLasts;
    private int eventAt = -1;
    private Runnable event;
    private Fault fault;
    private String faultRoute;

    private final Clock clock;

    FakeShop(Clock clock) {
        this.clock = clock;
        required.add(new String[] {"OWNER_LEGAL_AGE", "bool", "true"});
        required.add(new String[] {"ACCEPT_CONDITIONS", "bool", null});
        required.add(new String[] {"ADMIN_ACCOUNT", "Nichandle", null});
        zoneRequired.add(new String[] {"zone", "String", "true"});
        zoneRequired.add(new String[] {"template", "String", "true"});
    }

    /** The call with this number, counted from 0 over all calls, fails; later ones do not. */
    synchronized void breakCall(int number, Fault kind) {
        faultAt = number;
        faultLasts = false;
        fault = kind;
    }

    /** The call with this number fails, and every later one, until {@link #mend()}. */
    synchronized void breakCallsFrom(int number, Fault kind) {
        faultAt = number;
        faultLasts = true;
        fault = kind;
    }

    synchronized void mend() {
        faultAt = -1;
        faultRoute = null;
        faultLasts = false;
        eventAt = -1;
    }

    /** Something else happens directly before the call with this number arrives. */
    synchronized void beforeCall(int number, Runnable what) {
        eventAt = number;
        event = what;
    }

    /** The next call of this route fails. */
    synchronized void breakRoute(String route, Fault kind) {
        faultRoute = route;
        faultLasts = false;
        fault = kind;
    }

    /** Every call of this route fails until {@link #mend()}. */
    synchronized void breakRouteForLong(String route, Fault kind) {
        faultRoute = route;
        faultLasts = true;
        fault = kind;
    }

    synchronized long sold(String domain) {
        return orders.values().stream()
                .filter(order -> order.domain.equals(domain) && !order.status.equals("cancelled"))
                .count();
    }

    synchronized long called(String route) {
        return calls.stream().filter(route::equals).count();
    }

    @Override
    public synchronized Result exchange(Request request) {
        URI uri = URI.create(request.url());
        String path = uri.getPath().substring("/1.0".length());
        String route = request.method() + " "
                + path.replaceAll("/cart/[^/]+", "/cart/{}").replaceAll("/\\d+", "/{}");
        if (path.equals("/auth/time")) {
            return json(clock.instant().plus(ahead).getEpochSecond());
        }
        int number = calls.size();
        calls.add(route);
        if (number == eventAt) {
            eventAt = -1;
            event.run();
        }
        if (route.equals("DELETE /order/cart/{}")) {
            beforeCartIsDeleted.run();
        }
        boolean reached = number == faultAt || (faultLasts && faultAt >= 0 && number > faultAt);
        boolean broken = reached || route.equals(faultRoute);
        Fault kind = broken ? fault : null;
        if (broken && !faultLasts) {
            faultAt = -1;
            faultRoute = null;
        }
        if (kind == Fault.CRASH_BEFORE) {
            throw new Crash("before " + route);
        }
        if (kind == Fault.REFUSED) {
            return error(400, "Client::BadRequest", "no, not now");
        }
        if (kind == Fault.LOST_BEFORE_EFFECT) {
            return new Lost("connection reset", null);
        }
        if (kind == Fault.NEVER_LEFT) {
            return new NeverLeft("connection refused", null);
        }
        if (kind == Fault.RATE_LIMITED) {
            return error(429, "Client::TooManyRequests", "Too many requests");
        }
        if (kind == Fault.BUSY_503) {
            return error(503, "Server::Busy", "busy");
        }
        Result result = answer(request, path, query(uri));
        if (kind == Fault.CRASH_AFTER) {
            throw new Crash("after " + route);
        }
        if (kind == Fault.LOST_AFTER_EFFECT) {
            return new Lost("connection reset", null);
        }
        if (kind == Fault.BUSY_503_AFTER_EFFECT) {
            return error(503, "Server::Busy", "busy");
        }
        return result;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String part : uri.getRawQuery().split("&")) {
                String[] pair = part.split("=", 2);
                query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private Result answer(Request request, String path, Map<String, String> query) {
        JsonNode body = null;
        try {
            body = request.body() == null ? null : JSON.readTree(request.body());
        } catch (java.io.IOException e) {
            return error(400, "Client::BadRequest", "no JSON");
        }
        boolean post = request.method() == HttpMethod.POST;
        boolean delete = request.method() == HttpMethod.DELETE;
        Matcher m;
        if (path.equals("/order/cart")) {
            return post ? createCart(body) : json(findCarts(query.get("description")));
        }
        if ((m = match("/order/cart/([^/]+)(/.*)?", path)) != null) {
            FakeCart cart = carts.get(m.group(1));
            if (cart == null) {
                return error(404, "Client::NotFound", "This cart does not exist");
            }
            return inCart(cart, m.group(2) == null ? "" : m.group(2), post, delete, body, query);
        }
        if (path.equals("/domain/zone")) {
            return json(new ArrayList<>(ownedZones));
        }
        if ((m = match("/domain/([^/]+)", path)) != null) {
            return owned.contains(m.group(1))
                    ? json(Map.of("domain", m.group(1)))
                    : error(404, "Client::NotFound", "This service does not exist");
        }
        if (path.equals("/domain")) {
            return json(new ArrayList<>(owned));
        }
        if (path.equals("/me/task/domain") || path.equals("/me/task/dns")) {
            boolean zones = path.endsWith("dns");
            String name = zones ? "zone" : "domain";
            return json(orders.values().stream()
                    .filter(order -> tasksShow && !order.status.equals("cancelled") && order.zone == zones)
                    .filter(order -> !query.containsKey(name) || order.domain.equals(query.get(name)))
                    .filter(order ->
                            !query.containsKey("status") || query.get("status").equals("todo"))
                    .map(order -> order.id)
                    .toList());
        }
        if ((m = match("/me/task/(?:domain|dns)/(\\d+)", path)) != null) {
            FakeOrder order = orders.get(Long.valueOf(m.group(1)));
            return json(Map.of(
                    "id",
                    order.id,
                    "function",
                    order.zone ? "ZoneCreate" : "DomainCreate",
                    order.zone ? "zone" : "domain",
                    order.domain,
                    "status",
                    "todo",
                    "canRelaunch",
                    false));
        }
        return inOrders(path, query);
    }

    private Result createCart(JsonNode body) {
        FakeCart cart = new FakeCart();
        // Not in the order of creation, so that nothing relies on that.
        cart.id = Long.toHexString((ids++ * 0x9E3779B97F4A7C15L) | 1L) + "-cart";
        cart.description = body.path("description").asText();
        cart.expire = body.path("expire").asText();
        carts.put(cart.id, cart);
        return json(cartJson(cart));
    }

    private List<String> findCarts(String description) {
        List<String> found = new ArrayList<>();
        for (FakeCart cart : carts.values()) {
            if (cart.assigned && cart.description.equals(description)) {
                found.add(0, cart.id);
            }
        }
        return found;
    }

    private static Map<String, Object> cartJson(FakeCart cart) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cartId", cart.id);
        json.put("description", cart.description);
        json.put("expire", cart.expire);
        json.put("readOnly", cart.orderId != null);
        json.put("items", new ArrayList<>(cart.items.keySet()));
        return json;
    }

    private Result inCart(
            FakeCart cart, String path, boolean post, boolean delete, JsonNode body, Map<String, String> query) {
        boolean writes = post || delete;
        if (writes && cart.orderId != null) {
            return error(409, "Client::Conflict", "This cart is read-only");
        }
        Matcher m;
        switch (path) {
            case "":
                if (delete) {
                    carts.remove(cart.id);
                    return json(null);
                }
                return json(cartJson(cart));
            case "/assign":
                cart.assigned = true;
                return json(null);
            case "/domain":
                return post ? addItem(cart, body) : json(offers(query.get("domain")));
            case "/dns":
                return post ? addItem(cart, body) : json(zoneOffers());
            case "/item":
                return json(new ArrayList<>(cart.items.keySet()));
            case "/summary":
                return json(orderJson(cart, summaryForgets ? null : cart.orderId));
            case "/checkout":
                return checkout(cart, post, body);
            default:
                break;
        }
        m = match("/item/(\\d+)(/.*)?", path);
        FakeItem item = cart.items.get(Long.valueOf(m.group(1)));
        if (item == null) {
            return error(404, "Client::NotFound", "This item does not exist");
        }
        String rest = m.group(2) == null ? "" : m.group(2);
        if (rest.isEmpty()) {
            if (delete) {
                cart.items.remove(Long.valueOf(m.group(1)));
                return json(null);
            }
            return json(itemJson(cart, Long.parseLong(m.group(1)), item));
        }
        if (rest.equals("/requiredConfiguration")) {
            List<Map<String, Object>> list = new ArrayList<>();
            for (String[] entry : item.isZone() ? zoneRequired : required) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("label", entry[0]);
                one.put("type", entry[1]);
                if (entry[2] != null) {
                    one.put("required", Boolean.valueOf(entry[2]));
                }
                list.add(one);
            }
            return json(list);
        }
        if (rest.equals("/configuration")) {
            if (!post) {
                return json(new ArrayList<>(item.configurations.keySet()));
            }
            long id = ids++;
            item.configurations.put(id, new String[] {
                body.path("label").asText(), body.path("value").asText()
            });
            return json(Map.of(
                    "id",
                    id,
                    "label",
                    body.path("label").asText(),
                    "value",
                    body.path("value").asText()));
        }
        long id = Long.parseLong(rest.substring("/configuration/".length()));
        String[] set = item.configurations.get(id);
        return json(Map.of("id", id, "label", set[0], "value", set[1]));
    }

    private Result addItem(FakeCart cart, JsonNode body) {
        FakeItem item = new FakeItem();
        item.domain = body.hasNonNull("domain") ? body.get("domain").asText() : null;
        item.duration = body.path("duration").asText();
        item.mode = mode(item.domain);
        long id = ids++;
        cart.items.put(id, item);
        return json(itemJson(cart, id, item));
    }

    private String mode(String domain) {
        return domain == null ? "create-default" : modes.getOrDefault(domain, "create-default");
    }

    private BigDecimal price(FakeItem item) {
        if (item.isZone()) {
            return zonePrice;
        }
        int years = Integer.parseInt(item.duration.substring(1, item.duration.length() - 1));
        return prices.getOrDefault(item.domain, new BigDecimal("6.99")).multiply(BigDecimal.valueOf(years));
    }

    private Map<String, Object> itemJson(FakeCart cart, long id, FakeItem item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cartId", cart.id);
        json.put("itemId", id);
        json.put("duration", item.duration);
        json.put("configurations", new ArrayList<>(item.configurations.keySet()));
        json.put("prices", List.of(Map.of("label", "TOTAL", "price", money(price(item)))));
        json.put(
                "settings",
                item.isZone()
                        ? Map.of("planCode", "zone", "pricingMode", item.mode, "quantity", 1)
                        : Map.of("domain", item.domain, "planCode", "fr", "pricingMode", item.mode, "quantity", 1));
        return json;
    }

    private List<Map<String, Object>> zoneOffers() {
        List<Map<String, Object>> prices = new ArrayList<>();
        for (String[] each : new String[][] {{"P1M", "installation"}, {"P1Y", "renew"}, {"P1Y", "installation"}}) {
            prices.add(Map.of(
                    "capacities",
                    List.of(each[1]),
                    "duration",
                    each[0],
                    "pricingMode",
                    "create-default",
                    "price",
                    money(each[1].equals("renew") ? new BigDecimal("99.00") : zonePrice)));
        }
        return List.of(
                Map.of("planCode", "zone-other", "productName", "zone", "prices", List.of()),
                Map.of("planCode", "zone", "productName", "zone", "prices", prices));
    }

    private List<Map<String, Object>> offers(String domain) {
        String mode = mode(domain);
        if (mode.equals("none")) {
            return List.of();
        }
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("action", mode.startsWith("transfer") ? "transfer" : "create");
        offer.put("orderable", !mode.equals("reserved"));
        offer.put("pricingMode", mode);
        offer.put("duration", List.of("P1Y", "P2Y"));
        FakeItem one = new FakeItem();
        one.domain = domain;
        one.duration = "P1Y";
        offer.put("prices", List.of(Map.of("label", "TOTAL", "price", money(price(one)))));
        return List.of(offer);
    }

    private Result checkout(FakeCart cart, boolean post, JsonNode body) {
        if (!cart.assigned) {
            return error(403, "Client::Forbidden", "You are not allowed");
        }
        for (FakeItem item : cart.items.values()) {
            if (item.isZone() && item.sells().equals("nothing")) {
                return error(400, "Client::BadRequest", "The zone of the item is not configured");
            }
            if (ineligible.containsKey(item.domain)) {
                return json(
                        400,
                        Map.of(
                                "class", "Client::BadRequest::DOMDOCRuleNotRespected",
                                "message", "1 constraints of rules are not respected",
                                "details", Map.of("_id", "1", "owner.city", ineligible.get(item.domain))));
            }
        }
        if (post) {
            boolean paid = body.path("autoPayWithPreferredPaymentMethod").asBoolean();
            cart.orderId = ids++;
            // One order, however many items: each of them is sold.
            for (FakeItem item : cart.items.values()) {
                FakeOrder order = new FakeOrder();
                order.id = orders.isEmpty() || !orders.containsKey(cart.orderId) ? cart.orderId : ids++;
                order.domain = item.sells();
                order.zone = item.isZone();
                order.status = paid ? "delivering" : "notPaid";
                order.price = price(item);
                order.date = clock.instant().plus(ahead);
                item.configurations
                        .values()
                        .forEach(set -> order.configuration.merge(set[0], set[1], (a, b) -> a + "+" + b));
                orders.put(order.id, order);
            }
        }
        return json(orderJson(cart, cart.orderId));
    }

    private Map<String, Object> orderJson(FakeCart cart, Long orderId) {
        BigDecimal net = cart.items.values().stream().map(this::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gross = gross(net);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("orderId", orderId);
        json.put("url", orderId == null ? null : "https://shop.example/?orderPassword=hush");
        json.put("details", List.of());
        json.put("contracts", List.of());
        json.put(
                "prices",
                namesNoPrices
                        ? null
                        : Map.of("withoutTax", money(net), "withTax", money(gross), "tax", money(gross.subtract(net))));
        return json;
    }

    private static BigDecimal gross(BigDecimal net) {
        return net.multiply(new BigDecimal("1.2")).setScale(2, RoundingMode.HALF_UP);
    }

    private static Map<String, Object> money(BigDecimal value) {
        return Map.of("currencyCode", "EUR", "text", value + " €", "value", value);
    }

    private Result inOrders(String path, Map<String, String> query) {
        if (path.equals("/me/order")) {
            Instant from = OffsetDateTime.parse(query.get("date.from")).toInstant();
            return json(orders.values().stream()
                    .filter(order -> !order.date.isBefore(from))
                    .map(order -> order.id)
                    .toList());
        }
        Matcher m = match("/me/order/(\\d+)(/.*)?", path);
        if (m == null || !orders.containsKey(Long.valueOf(m.group(1)))) {
            return error(404, "Client::NotFound", "Got an invalid (or empty) URL");
        }
        FakeOrder order = orders.get(Long.valueOf(m.group(1)));
        String rest = m.group(2) == null ? "" : m.group(2);
        Supplier<Result> none = () -> error(404, "Client::NotFound", "This object does not exist");
        return switch (rest) {
            case "" ->
                json(Map.of(
                        "orderId",
                        order.id,
                        "priceWithTax",
                        money(gross(order.price)),
                        "priceWithoutTax",
                        money(order.price)));
            case "/status" -> json(order.status);
            case "/details" -> json(List.of(1));
            case "/details/1" ->
                json(Map.of(
                        "orderDetailId",
                        1,
                        "domain",
                        "*001",
                        "description",
                        order.zone
                                ? "DNS zone " + order.domain + " - 12 months"
                                : order.domain + " - .fr registration - 12 months"));
            case "/details/1/extension" ->
                json(Map.of("order", Map.of("plan", Map.of("code", order.zone ? "zone" : "fr"))));
            case "/pay" -> {
                if (!order.status.equals("notPaid")) {
                    yield error(409, "Client::Conflict", "This order is paid already");
                }
                if (!answersPay) {
                    yield error(400, "Client::BadRequest", "This payment method is refused");
                }
                order.status = "checking";
                yield json(null);
            }
            default -> none.get();
        };
    }

    private static Matcher match(String pattern, String path) {
        Matcher m = Pattern.compile(pattern).matcher(path);
        return m.matches() ? m : null;
    }

    private static Result error(int status, String code, String message) {
        return json(status, Map.of("class", code, "message", message));
    }

    private static Result json(Object body) {
        return json(200, body);
    }

    private static Result json(int status, Object body) {
        try {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.put("X-OVH-QUERYID", "EU.ext-1");
            return new Answered(status, headers, JSON.writeValueAsBytes(body));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(Arrays.toString(new Object[] {body}), e);
        }
    }
}
