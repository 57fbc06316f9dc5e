// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.Transport;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.LiveHoldings;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseRecord;
import io.github.camelovh.domain.order.PurchaseStep;
import io.github.camelovh.domain.sandbox.contract.ApiContract;
import io.github.camelovh.domain.sandbox.contract.ContractOperation;
import io.github.camelovh.domain.sandbox.contract.Samples;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.task.Tasks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * An API that answers as its schema says, or with an error, and notes each request that the catalog of routes does not allow: another
 * route, a value without a name there, a value of another type. Time passes only when the client waits.
 */
public final class FuzzWorld implements Transport {
    /** One call needs no more, whatever is answered. */
    private static final int MOST = 5_000;

    private static final int MOST_WAITS = 500;

    /** What ends a call that waits or asks for ever. */
    public static final class Endless extends Error {
        private static final long serialVersionUID = 1L;

        /** Whether it waits between its questions, as it may have been told to. */
        public final boolean waits;

        Endless(boolean waits) {
            super(waits ? "waits" : "asks for ever");
            this.waits = waits;
        }
    }

    private final ApiContract contract = ApiContract.load();
    private final Samples samples = new Samples(contract);
    private final Random random;
    private final List<String> notAllowed = new ArrayList<>();
    private final StringBuilder sent = new StringBuilder();
    private boolean isFree;
    private boolean isFaulty;
    private int requests;
    private int waits;
    private long nanos;
    private long total;

    public FuzzWorld(long seed) {
        this.random = new Random(seed);
    }

    /** All operations, as by a new process; {@code recorded} has the composite ones answer with the values that they got. */
    public OperationCaller caller(boolean recorded) {
        InstantSource source = () -> Instant.parse("2026-04-01T00:00:00Z").plusNanos(nanos);
        Clock clock = source.withZone(ZoneOffset.UTC);
        OvhApi api = new OvhApi(
                OvhApiSettings.of(ApiRegion.of("ovh-eu"), new Credentials.PersonalToken("token"))
                        .withPace(1e9, 8),
                this,
                clock,
                () -> nanos,
                this::pass,
                new Random(7));
        if (recorded) {
            return new OperationCaller(api, RecordedOperations.all());
        }
        Tasks tasks = new Tasks(api, RepairAdvisor.standard(), Duration.ofSeconds(10), clock, this::pass);
        Orders orders = new Orders(
                api,
                OrderSettings.of("FR"),
                new NoJournal(),
                Budget.unlimited(),
                new LiveHoldings(api),
                clock,
                this::pass);
        return new OperationCaller(
                api,
                CompositeOperations.of(
                        AccountClients.of(api, clock, () -> nanos),
                        orders,
                        Budget.unlimited(),
                        true,
                        tasks,
                        clock,
                        this::pass,
                        () -> nanos));
    }

    /** The next call begins. */
    public void begin(String operation, boolean faulty) {
        isFree = operation.equals(ApiOperations.CALL);
        isFaulty = faulty;
        requests = 0;
        waits = 0;
        sent.setLength(0);
    }

    /** {@return all that was sent since the call began, decoded; empty if nothing was} */
    public String sent() {
        return sent.toString();
    }

    /** {@return how many requests there were since the beginning} */
    public long total() {
        return total;
    }

    /** {@return the requests that the catalog does not allow} */
    public List<String> notAllowed() {
        return notAllowed;
    }

    private void pass(Duration time) {
        if (++waits > MOST_WAITS) {
            throw new Endless(true);
        }
        nanos += Math.max(0, time.toNanos());
    }

    @Override
    public Result exchange(Request request) {
        total++;
        if (++requests > MOST) {
            throw new Endless(false);
        }
        URI uri = URI.create(request.url());
        String path = uri.getRawPath().replaceFirst("^/v?1(\\.0)?(?=/)", "");
        String body = request.body() == null ? "" : new String(request.body(), StandardCharsets.UTF_8);
        sent.append(AllowedRequests.decoded(path))
                .append('\n')
                .append(AllowedRequests.decoded(
                        Optional.ofNullable(uri.getRawQuery()).orElse("")))
                .append('\n')
                .append(request.headers())
                .append('\n')
                .append(body)
                .append('\n');
        List<String> segments = Arrays.asList(path.substring(1).split("/", -1));
        Optional<ContractOperation> known = contract.match(request.method().name(), segments);
        List<String> wrong = AllowedRequests.wrong(request, uri, segments, isFree);
        if (!wrong.isEmpty()) {
            notAllowed.add(request.method() + " " + uri + " " + body + ": " + wrong);
        }
        return answer(known.orElse(null));
    }

    private Result answer(ContractOperation known) {
        int chance = isFaulty ? random.nextInt(20) : 19;
        return switch (chance) {
            case 0, 1, 2 -> error(404, "Client::NotFound");
            case 3 -> error(400, "Client::BadRequest");
            case 4 -> error(409, "Client::Conflict");
            case 5 -> error(403, "Client::Forbidden");
            case 6 -> error(500, "Server::InternalServerError");
            case 7 -> new Lost("the answer is lost", null);
            case 8 -> new NeverLeft("refused", null);
            default -> ok(known == null ? "{}" : samples.answer(known).toString());
        };
    }

    private static Result ok(String body) {
        return new Answered(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Result error(int status, String kind) {
        String body = "{\"class\":\"" + kind + "\",\"message\":\"No\"}";
        return new Answered(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static final class NoJournal implements PurchaseJournal {
        @Override
        public boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {
            return true;
        }

        @Override
        public Optional<PurchaseRecord> find(PurchaseKey key) {
            return Optional.empty();
        }
    }
}
