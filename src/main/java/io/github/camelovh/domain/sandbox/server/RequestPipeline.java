// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.contract.ApiContract;
import io.github.camelovh.domain.sandbox.server.CallDispatcher.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of each request: route, faults before the effect, gate, rate limit, handler, store, faults after the
 * effect, journal. Thread-safe: waits happen outside the lock, everything else inside one lock.
 */
public final class RequestPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(RequestPipeline.class);
    private static final String UNKNOWN_URL = "Got an invalid (or empty) URL";

    /**
     * The settings of the pipeline besides the world and its handlers. Times are real time; {@code store} null stores
     * nothing.
     */
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
    private final SandboxWorld world;
    private final KeyRing keys;
    private final Settings settings;
    private final RateLimit limit;
    private final Router router;
    private final HandlerRegistry handlerRegistry;
    private final StateStore state;
    private final Gate gate;
    private final CallDispatcher counter;
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final Control control;
    private final AtomicLong queries = new AtomicLong();

    /**
     * Creates the pipeline and loads the stored state, if there is one.
     *
     * @param origin scheme, host and port of the sandbox
     */
    public RequestPipeline(
            SandboxWorld world,
            KeyRing keys,
            List<ResourceHandlers> handlers,
            RateLimit limit,
            Supplier<String> origin,
            Settings settings) {
        this.world = world;
        this.keys = keys;
        this.settings = settings;
        this.limit = limit;
        ApiContract contract = ApiContract.load();
        this.router = new Router(contract);
        this.handlerRegistry = new HandlerRegistry(contract, world.clock());
        List<ResourceHandlers> all = new ArrayList<>(List.of(new AuthHandlers(keys, origin)));
        all.addAll(handlers);
        this.state = new StateStore(world, all, settings.store());
        this.gate = new Gate(
                keys,
                world,
                new Gate.Settings(settings.clockWindow(), settings.strictSignatures(), settings.publicBaseUrls()));
        this.counter = new CallDispatcher(
                contract,
                handlerRegistry,
                world,
                new CallDispatcher.Modes(settings.batch(), settings.pages(), settings.pagesEverywhere()),
                state::happenings);
        this.control = new Control(this, keys);
        state.open(handlerRegistry);
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
        Mishap.pause(settings.latency());
        if (FileEndpoint.owns(path)) {
            return file(request);
        }
        boolean token = path.equals("/auth/oauth2/token");
        Optional<Router.Route> route = token ? Optional.empty() : router.route(request);
        String name = token
                ? request.method() + " " + path
                : route.map(found -> found.operation().key()).orElse(request.method() + " (unknown)");
        Set<String> names = keys(request, name);
        faults.dueBefore(names).forEach(Runnable::run);
        Optional<Fault> fault = faults.on(names);
        return new Visit(request, name, fault.orElse(null)).served(() -> {
            if (token) {
                return new TokenEndpoint(keys).answer(request);
            }
            return route.map(found -> serve(request, found))
                    .orElseGet(() -> SandboxAnswer.error(404, "Client::NotFound", UNKNOWN_URL));
        });
    }

    private Served file(Received request) {
        FileEndpoint storage = new FileEndpoint(handlerRegistry);
        if (request.method().equals("GET")) {
            return inside(() -> storage.get(request));
        }
        String name = request.method() + " " + FileEndpoint.ROUTE;
        Optional<Fault> fault = faults.on(keys(request, name));
        return new Visit(request, name, fault.orElse(null)).served(() -> storage.answer(request));
    }

    /**
     * The names by which a fault may refer to this call: its route, or its path without the base of v1, undecoded or
     * decoded.
     */
    private static Set<String> keys(Received request, String route) {
        String bare = request.rawPath().replaceFirst("^/(1\\.0|v1)(?=/)", "").replaceFirst("(?<=.)/$", "");
        return new LinkedHashSet<>(
                List.of(route, request.method() + " " + bare, request.method() + " " + Received.segment(bare)));
    }

    /** Runs an action under the sandbox's lock, after all timers that are due. */
    public <T> T inside(Supplier<T> act) {
        synchronized (lock) {
            if (world.clock().fireDue()) {
                state.keep();
            }
            return act.get();
        }
    }

    private SandboxAnswer serve(Received request, Router.Route route) {
        Caller caller = gate.admit(request, route.operation(), route.ruledPath());
        OptionalLong wait = limit.refusal(caller.key());
        if (wait.isPresent()) {
            return Mishap.tooMany(settings.tellRetryAfter() ? wait.getAsLong() : null);
        }
        return counter.serve(new Call(request, route.operation(), route.path(), caller));
    }

    /** One call, with the fault that hits it. */
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
            Served served = fault == null
                    ? answered(act)
                    : Mishap.around(fault, () -> answered(act), call -> faults.keep(fault, () -> noted(call.get())));
            return noted(served);
        }

        /** With a line in the journal; a call that takes effect later has another line then. */
        private Served noted(Served served) {
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

        private Served answered(Supplier<SandboxAnswer> act) {
            return inside(() -> {
                SandboxAnswer answer;
                try {
                    answer = act.get();
                } catch (SandboxRefusal refusal) {
                    answer = refusal.answer();
                } catch (RuntimeException e) {
                    LOG.error("{} failed inside the sandbox, which answered 500 ({})", route, queryId, e);
                    answer = Mishap.status(500);
                }
                effect = answer.effect()
                        && answer.successful()
                        && !request.method().equals("GET");
                if (effect) {
                    state.keep();
                }
                return Served.json(answer);
            });
        }
    }

    /** Resets everything to the state right after start, including faults, counts and limits. */
    public void reset() {
        synchronized (lock) {
            faults.clear();
            limit.reset();
            state.reset();
            journal.clear();
        }
    }

    /** Moves the sandbox's time forward and runs all timers that become due, in order. */
    public void advance(Duration by) {
        inside(() -> {
            world.clock().advance(by);
            state.keep();
            return null;
        });
    }

    /** Sets the sandbox's time. */
    public void setClock(Instant now) {
        inside(() -> {
            world.clock().set(now);
            state.keep();
            return null;
        });
    }

    public Instant now() {
        return world.now();
    }

    public List<SandboxOrder> orders() {
        return inside(() -> List.copyOf(handlerRegistry.orders()));
    }

    public Journal journal() {
        return journal;
    }

    /** Requests a fault. */
    public void fault(Fault fault) {
        faults.add(fault);
    }

    public void clearFaults() {
        faults.clear();
    }

    List<Fault> faults() {
        return faults.list();
    }

    /**
     * Sets the IAM actions that the service account does not have, in place of earlier ones; {@code *} at the end is
     * allowed.
     */
    public void refuseActions(List<String> actions) {
        inside(() -> {
            keys.refuseActions(actions);
            state.keep();
            return null;
        });
    }

    /** Lets a handler answer a control route; empty if no handler has this route. */
    Optional<JsonNode> control(String method, List<String> path, JsonNode body) {
        return handlerRegistry
                .control(path.get(0))
                .map(handler -> inside(() -> {
                    JsonNode answer = handler.answer(method, path.subList(1, path.size()), body);
                    if (!method.equals("GET")) {
                        state.keep();
                    }
                    return answer;
                }));
    }

    /** The names of the control routes of the handlers. */
    Set<String> controls() {
        return handlerRegistry.controls();
    }

    void keep() {
        state.keep();
    }
}
