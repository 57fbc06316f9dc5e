// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static io.github.camelovh.domain.order.FakeAnswers.error;
import static io.github.camelovh.domain.order.FakeAnswers.json;
import static io.github.camelovh.domain.order.FakeAnswers.match;
import static io.github.camelovh.domain.order.FakeAnswers.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.Transport;
import io.github.camelovh.domain.api.catalog.HttpMethod;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

/** The few routes of OVHcloud that a purchase uses, in memory, with one fault at one call. Thread-safe by one lock. */
final class FakeShop implements Transport {

    /** The fault of a call. */
    enum Fault {
        REFUSED,
        LOST_BEFORE_EFFECT,
        LOST_AFTER_EFFECT,
        /** The answer is lost, and the call takes effect directly before the next checkout. */
        LATE,
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
    /** What happens at the shop directly before a cart would be checked out. */
    Runnable beforeCheckout = () -> {};

    /** Leaves out the summary's order id, so that the last evidence is needed. */
    boolean summaryForgets;

    /** How far the shop's clock is ahead of ours. */
    Duration ahead = Duration.ZERO;

    /** Leaves out the prices of a cart. */
    boolean namesNoPrices;

    /** Leaves out the prices of an order. */
    boolean ordersHaveNoPrices;

    /** Calls that take effect directly before the next checkout. */
    private final List<Runnable> late = new ArrayList<>();

    private long ids = 5_000_000_000L;
    private int faultAt = -1;
    private boolean faultLasts;
    private int eventAt = -1;
    private String eventRoute;
    private Runnable event;
    private Fault fault;
    private String faultRoute;

    final Clock clock;
    private final FakeCarts cartRoutes = new FakeCarts(this);
    private final FakeOrders orderRoutes = new FakeOrders(this);

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
        eventRoute = null;
    }

    /** Something else happens directly before the call with this number arrives. */
    synchronized void beforeCall(int number, Runnable what) {
        eventAt = number;
        event = what;
    }

    /** Something else happens directly before the next call of this route arrives. */
    synchronized void beforeRoute(String route, Runnable what) {
        eventRoute = route;
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

    long nextId() {
        return ids++;
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
        if (number == eventAt || route.equals(eventRoute)) {
            eventAt = -1;
            eventRoute = null;
            event.run();
        }
        if (route.equals("DELETE /order/cart/{}")) {
            beforeCartIsDeleted.run();
        }
        if (route.equals("POST /order/cart/{}/checkout")) {
            beforeCheckout.run();
            List.copyOf(late).forEach(Runnable::run);
            late.clear();
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
        if (kind == Fault.LATE) {
            late.add(() -> answer(request, path, query(uri)));
            return new Lost("read timed out", null);
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
            return post ? cartRoutes.createCart(body) : json(cartRoutes.findCarts(query.get("description")));
        }
        if ((m = match("/order/cart/([^/]+)(/.*)?", path)) != null) {
            FakeCart cart = carts.get(m.group(1));
            if (cart == null) {
                return error(404, "Client::NotFound", "This cart does not exist");
            }
            return cartRoutes.inCart(cart, m.group(2) == null ? "" : m.group(2), post, delete, body, query);
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
        return orderRoutes.answer(path, query);
    }
}
