/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.sandbox.server;

import io.github.camelovh.domain.sandbox.contract.Contract;
import io.github.camelovh.domain.sandbox.contract.Operation;
import io.github.camelovh.domain.sandbox.server.Counter.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each request through the house: route, faults before the effect, gate, rate, room, store, faults after the
 * effect, journal. Thread-safe: waits happen outside, all else inside one lock.
 */
public final class Desk {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final String UNKNOWN_URL = "Got an invalid (or empty) URL";

    /** What the desk is made of besides the world and its rooms. Times are real; {@code store} null keeps nothing. */
    public record Settings(
            Duration clockWindow,
            boolean strictSignatures,
            List<String> publicBaseUrls,
            boolean batch,
            boolean pages,
            boolean pagesEverywhere,
            Duration latency,
            boolean tellRetryAfter,
            Path store) {}

    private final Object lock = new Object();
    private final Contract contract = Contract.load();
    private final SandboxWorld world;
    private final KeyRing keys;
    private final Settings settings;
    private final RateLimit limit;
    private final RoomBook book;
    private final House house;
    private final Gate gate;
    private final Counter counter;
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final Control control;
    private final AtomicLong queries = new AtomicLong();

    /**
     * Puts the house together and loads its state, if one is kept.
     *
     * @param origin scheme, host and port under which the sandbox is reached
     */
    public Desk(
            SandboxWorld world,
            KeyRing keys,
            List<Room> rooms,
            RateLimit limit,
            Supplier<String> origin,
            Settings settings) {
        this.world = world;
        this.keys = keys;
        this.settings = settings;
        this.limit = limit;
        this.book = new RoomBook(contract, world.clock());
        List<Room> all = new ArrayList<>(List.of(new AuthRoom(keys, origin)));
        all.addAll(rooms);
        this.house = new House(world, all, settings.store());
        this.gate = new Gate(
                keys,
                world,
                new Gate.Settings(settings.clockWindow(), settings.strictSignatures(), settings.publicBaseUrls()));
        this.counter = new Counter(
                contract,
                book,
                world,
                new Counter.Modes(settings.batch(), settings.pages(), settings.pagesEverywhere()));
        this.control = new Control(this, keys);
        house.open(book);
    }

    Served handle(Received request) {
        String path = request.rawPath();
        if (path.startsWith("/_sandbox")) {
            return control.handle(request);
        }
        if (path.matches("/auth/?") && request.method().equals("GET")) {
            return control.validate(request);
        }
        if (path.isEmpty() || path.equals("/")) {
            return Served.html(200, Control.BANNER);
        }
        pause(settings.latency());
        boolean token = path.equals("/auth/oauth2/token");
        Optional<Route> route = token ? Optional.empty() : route(request);
        String name = token
                ? request.method() + " " + path
                : route.map(found -> found.operation().key()).orElse(request.method() + " (unknown)");
        Optional<Fault> fault = faults.on(name);
        return new Visit(request, name, fault.orElse(null)).served(() -> {
            if (token) {
                return new TokenDesk(keys).answer(request);
            }
            return route.map(found -> serve(request, found))
                    .orElseGet(() -> SandboxAnswer.error(404, "Client::NotFound", UNKNOWN_URL));
        });
    }

    /** Does something under the lock of the house, with all timers that are due fired before it. */
    <T> T inside(Supplier<T> act) {
        synchronized (lock) {
            if (world.clock().fireDue()) {
                house.keep();
            }
            return act.get();
        }
    }

    private SandboxAnswer serve(Received request, Route route) {
        Caller caller = gate.admit(request, route.operation(), route.ruledPath());
        OptionalLong wait = limit.refusal(caller.key());
        if (wait.isPresent()) {
            return tooMany(settings.tellRetryAfter() ? wait.getAsLong() : null);
        }
        return counter.serve(new Call(request, route.operation(), route.path(), caller));
    }

    static SandboxAnswer tooMany(Long retryAfter) {
        SandboxAnswer answer =
                SandboxAnswer.error(429, "Client::TooManyRequests", "Too many requests, please retry later");
        return retryAfter == null ? answer : answer.withHeader("Retry-After", String.valueOf(retryAfter));
    }

    private record Route(Operation operation, Map<String, String> path, String ruledPath) {}

    /** The operation called; empty for a path that is none, or has an empty segment where an id should be. */
    private Optional<Route> route(Received request) {
        String path = request.rawPath();
        boolean v2 = path.startsWith("/v2/");
        if (!v2 && !path.startsWith("/1.0/") && !path.startsWith("/v1/")) {
            return Optional.empty();
        }
        String inner = v2 ? path : path.substring(path.indexOf('/', 1));
        String bare = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        List<String> segments =
                List.of(bare.substring(Math.min(1, bare.length())).split("/", -1));
        if (segments.contains("")) {
            return Optional.empty();
        }
        return contract.match(request.method(), segments)
                .map(operation -> new Route(operation, placeholders(operation, segments), bare));
    }

    private static Map<String, String> placeholders(Operation operation, List<String> segments) {
        String[] pattern = operation.pattern().substring(1).split("/");
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].startsWith("{")) {
                values.put(pattern[i].substring(1, pattern[i].length() - 1), Received.segment(segments.get(i)));
            }
        }
        return values;
    }

    /** One call on its way, with the mishap that waits for it. */
    private final class Visit {
        private final Received request;
        private final String route;
        private final Fault fault;
        private final String queryId;
        private boolean effect;

        Visit(Received request, String route, Fault fault) {
            this.request = request;
            this.route = route;
            this.fault = fault;
            long number = queries.incrementAndGet();
            this.queryId = String.format("EU.sandbox-1.%08x.%d", world.seed() & 0xFFFFFFFFL, number);
        }

        Served served(Supplier<SandboxAnswer> act) {
            Served served = fault == null || fault.kind().afterEffect ? answered(act) : before(act);
            if (fault != null && fault.kind().afterEffect) {
                served = after(served);
            }
            Served signed = served.withHeader("X-OVH-QUERYID", queryId);
            Journal.Line line = new Journal.Line(
                    world.now(),
                    queryId,
                    route,
                    request.rawPath(),
                    signed.status(),
                    effect,
                    fault == null ? "" : fault.kind().text);
            journal.add(line);
            LOG.debug("{}", line);
            return signed;
        }

        private Served before(Supplier<SandboxAnswer> act) {
            return switch (fault.kind()) {
                case STATUS -> Served.json(mishap(fault.status()));
                case HTML_408 ->
                    Served.html(
                            408,
                            "<html><body><h1>408 Request Time-out</h1>\nYour browser didn't send a complete "
                                    + "request in time.\n</body></html>\n");
                case RESET -> Served.cut();
                case TOO_MANY ->
                    Served.json(tooMany(
                            fault.retryAfter() == null
                                    ? null
                                    : fault.retryAfter().longValue()));
                default -> {
                    pause(fault.delay());
                    yield answered(act);
                }
            };
        }

        private Served after(Served served) {
            return switch (fault.kind()) {
                case ANSWER_LOST -> Served.cut();
                case GARBAGE -> served.halved();
                case ID_ZERO -> served.withIdsZero();
                default -> {
                    pause(fault.delay());
                    yield served;
                }
            };
        }

        private Served answered(Supplier<SandboxAnswer> act) {
            return inside(() -> {
                SandboxAnswer answer;
                try {
                    answer = act.get();
                } catch (SandboxRefusal refusal) {
                    answer = refusal.answer();
                } catch (RuntimeException e) {
                    LOG.error("{} failed inside the sandbox; it answered 500 ({})", route, queryId, e);
                    answer = mishap(500);
                }
                effect = answer.effect()
                        && answer.successful()
                        && !request.method().equals("GET");
                if (effect) {
                    house.keep();
                }
                return Served.json(answer);
            });
        }
    }

    private static SandboxAnswer mishap(int status) {
        return status >= 500
                ? SandboxAnswer.error(status, "Server::InternalServerError", "Internal server error")
                : SandboxAnswer.error(status, "Client::Fault", "Refused on request of a test");
    }

    private static void pause(Duration wait) {
        if (wait.isZero()) {
            return;
        }
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes back to the state right after start; faults, counts and limits too. */
    public void reset() {
        synchronized (lock) {
            faults.clear();
            limit.reset();
            house.reset();
            journal.clear();
        }
    }

    /** Moves the sandbox's time on and lets happen what falls due on the way, in order. */
    public void advance(Duration by) {
        inside(() -> {
            world.clock().advance(by);
            house.keep();
            return null;
        });
    }

    /** Sets the sandbox's time. */
    public void setClock(Instant now) {
        inside(() -> {
            world.clock().set(now);
            house.keep();
            return null;
        });
    }

    public Instant now() {
        return world.now();
    }

    public List<SandboxOrder> orders() {
        return inside(() -> List.copyOf(book.orders()));
    }

    public Journal journal() {
        return journal;
    }

    /** Asks for a mishap. */
    public void fault(Fault fault) {
        faults.add(fault);
    }

    public void clearFaults() {
        faults.clear();
    }

    List<Fault> faults() {
        return faults.list();
    }

    /** Takes IAM actions from the service account, in place of those taken before; {@code *} at the end is allowed. */
    public void refuseActions(List<String> actions) {
        inside(() -> {
            keys.refuseActions(actions);
            house.keep();
            return null;
        });
    }

    void keep() {
        house.keep();
    }
}
