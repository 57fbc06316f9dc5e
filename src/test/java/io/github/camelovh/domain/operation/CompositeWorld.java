// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.Transport;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.LiveHoldings;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseRecord;
import io.github.camelovh.domain.order.PurchaseStep;
import io.github.camelovh.domain.order.SnapshotHoldings;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.task.Tasks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * A sandbox, what a client of it writes down, and the calls of one scenario: which rows of the catalog they are, and which of
 * them fail. Time passes only when the client waits. Each {@link #call} is a new process.
 */
final class CompositeWorld implements Transport {

    /** How a call fails. */
    enum Failure {
        /** It takes effect, and its answer is lost. */
        LOST,
        /** OVHcloud says that there is no such thing. */
        MISSING,
        /** The process dies once it has the answer. */
        CRASH
    }

    /** What ends a process. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final Operation TRADES = OperationCatalog.row("order:listServiceOptions");
    private static final Map<Pattern, Operation> ROUTES = new HashMap<>();

    static {
        OperationCatalog.shipped()
                .all()
                .forEach(row -> ROUTES.put(Pattern.compile(row.route().replaceAll("\\{\\w+}", "[^/]+")), row));
    }

    /** In the place of a parameter: the run of a change, at the step that it came to. */
    static final Object RUN = new Object();

    final OvhSandbox sandbox;
    OrderSettings settings;
    /** Whether what the account has is read once for many names, and not for each. */
    boolean snapshot;
    /** Whether OVHcloud gives lists by pages, and not by ids alone. */
    boolean pages;
    /** Whether another owner costs nothing, as with most registries. */
    boolean isTradeFree;
    /** What the last run of a change noted. */
    String step;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong nanos = new AtomicLong();
    private final Map<PurchaseKey, PurchaseRecord> written = new HashMap<>();
    private final List<Optional<Operation>> calls = new ArrayList<>();
    private Map<Integer, Failure> failures;

    CompositeWorld(OvhSandbox sandbox) {
        this.sandbox = sandbox;
        begin();
    }

    /** Everything is as in the beginning, and calls count as preparation. */
    void begin() {
        sandbox.reset();
        written.clear();
        calls.clear();
        failures = null;
        settings = OrderSettings.of("FR");
        snapshot = false;
        pages = true;
        isTradeFree = true;
        step = null;
    }

    /** From here on calls are noted, and those with these numbers fail. */
    void record(Map<Integer, Failure> those) {
        failures = those;
    }

    /** {@return the calls that were noted; empty for one of something else than the API} */
    List<Optional<Operation>> calls() {
        return List.copyOf(calls);
    }

    Object call(String operation, Map<String, Object> parameters, Object body) {
        return call(operation, parameters, body, 1);
    }

    /** Calls it several times in one process. */
    Object call(String operation, Map<String, Object> parameters, Object body, int times) {
        OvhApi api = new OvhApi(
                OvhApiSettings.of(
                                ApiRegion.of(sandbox.baseUrl().toString()),
                                new Credentials.PersonalToken(OvhSandbox.ACCESS_TOKEN))
                        .withPace(1e9, 8),
                this,
                clock(),
                nanos::get,
                this::pass,
                new Random(7));
        Tasks tasks = new Tasks(api, RepairAdvisor.standard(), Duration.ofSeconds(10), clock(), this::pass);
        Holdings holdings =
                snapshot ? new SnapshotHoldings(api, Duration.ofMinutes(1), clock()) : new LiveHoldings(api);
        Budget budget = Budget.unlimited();
        try (Orders orders = new Orders(api, settings, journal(), budget, holdings, clock(), this::pass)) {
            AccountClients account = AccountClients.of(api, clock(), nanos::get);
            OperationCaller caller = new OperationCaller(
                    api, CompositeOperations.of(account, orders, budget, true, tasks, clock(), this::pass, nanos::get));
            int colon = operation.indexOf(':');
            Object answer = null;
            for (int i = 0; i < times; i++) {
                answer = caller.call(
                                operation.substring(0, colon),
                                operation.substring(colon + 1),
                                running(parameters),
                                body)
                        .value();
                note(answer);
            }
            return answer;
        }
    }

    private Map<String, Object> running(Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.replaceAll((name, value) ->
                value == RUN ? new ChangeRun(null, step, noted -> step = noted, Budget.unlimited()) : value);
        return all;
    }

    private void note(Object answer) {
        if (answer instanceof ExecutionResult.Later later) {
            step = later.step();
        } else if (answer instanceof ExecutionResult.Ordered ordered) {
            step = ordered.step();
        }
    }

    private Clock clock() {
        InstantSource source = sandbox::now;
        return source.withZone(ZoneOffset.UTC);
    }

    void pass(Duration time) {
        if (!time.isNegative() && !time.isZero()) {
            nanos.addAndGet(time.toNanos());
            sandbox.advance(time);
        }
    }

    private PurchaseJournal journal() {
        return new PurchaseJournal() {
            @Override
            public boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {
                written.put(key, new PurchaseRecord(key, step, facts));
                return true;
            }

            @Override
            public Optional<PurchaseRecord> find(PurchaseKey key) {
                return Optional.ofNullable(written.get(key));
            }
        };
    }

    /** The next process knows nothing of what this one wrote down. */
    void loseJournal() {
        written.clear();
        step = null;
    }

    @Override
    public Result exchange(Request request) {
        Optional<Operation> row = row(request);
        Failure failure = null;
        if (failures != null && !row.map(Operation::unsigned).orElse(false)) {
            failure = failures.get(calls.size());
            calls.add(row);
        }
        if (failure == Failure.MISSING) {
            String body = "{\"class\":\"Client::NotFound\",\"message\":\"This does not exist\"}";
            return new Answered(404, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }
        Result result = sent(request);
        if (failure == Failure.CRASH) {
            throw new Crash();
        }
        if (!isTradeFree && row.filter(TRADES::equals).isPresent() && result instanceof Answered answered) {
            String free = new String(answered.body(), StandardCharsets.UTF_8);
            byte[] priced = free.replaceAll("\"value\"\\s*:\\s*0(\\.0+)?", "\"value\":7")
                    .getBytes(StandardCharsets.UTF_8);
            return new Answered(answered.status(), answered.headers(), priced);
        }
        return failure == Failure.LOST ? new Lost("the answer is lost", null) : result;
    }

    private Result sent(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url()))
                .method(
                        request.method().name(),
                        request.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, value) -> {
            if (pages || !name.startsWith("X-Pagination")) {
                builder.header(name, value);
            }
        });
        try {
            HttpResponse<byte[]> answer = http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            return new Answered(answer.statusCode(), headers, answer.body());
        } catch (IOException e) {
            return new Lost(e.toString(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The row whose path has the most words of the call's own. */
    private Optional<Operation> row(Request request) {
        String base = sandbox.baseUrl().getPath();
        String path = URI.create(request.url()).getRawPath();
        String route = request.method() + " " + (path.startsWith(base) ? path.substring(base.length()) : path);
        return ROUTES.entrySet().stream()
                .filter(each -> each.getKey().matcher(route).matches())
                .map(Map.Entry::getValue)
                .min(Comparator.comparingInt(row -> row.path().split("\\{", -1).length));
    }
}
