// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Risk;
import io.github.camelovh.domain.operation.CompositeOperation;
import io.github.camelovh.domain.operation.CompositeOperations;
import io.github.camelovh.domain.operation.FuzzWorld;
import io.github.camelovh.domain.operation.OperationCaller;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.annotations.Component;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every operation with values at random, at the endpoint, in the header and in the body: it is carried out or refused in a sentence, no
 * value is ignored, and nothing is sent that the catalog of routes does not allow. {@code -Dovh-domain.fuzz.seed=N} makes other values.
 */
@Tag("once")
@Timeout(7200)
class OperationsFuzzIT {
    private static final long SEED = Long.getLong("ovh-domain.fuzz.seed", 20_260_801L);
    private static final int A_SAMPLE = 5_000;
    private static final int WHOLE = 100_000;

    /** After so many inputs comes a new process. */
    private static final int ONE_PROCESS = 5_000;

    private record Target(
            String resource,
            String name,
            List<Parameter> parameters,
            boolean composite,
            boolean sendsBody,
            boolean free) {
        String fullName() {
            return resource + ":" + name;
        }
    }

    /** The component with operations on a world of its own. */
    @Component(OvhDomainConstants.SCHEME)
    private static final class WorldComponent extends OvhDomainComponent {
        private final OperationCaller caller;

        WorldComponent(OperationCaller caller) {
            this.caller = caller;
        }

        static CamelContext in(OperationCaller caller) {
            CamelContext context = new DefaultCamelContext();
            WorldComponent component = new WorldComponent(caller);
            component.getDefaultAccount().setRegion("ovh-eu");
            component.getDefaultAccount().setAccessToken("token");
            context.addComponent(OvhDomainConstants.SCHEME, component);
            context.start();
            return context;
        }

        @Override
        OperationCaller caller(OvhApi api, OvhDomainConfiguration options) {
            return caller;
        }
    }

    private final FuzzWorld world = new FuzzWorld(SEED);
    private final Random random = new Random(SEED);
    private final Map<String, Integer> ends = new TreeMap<>();
    private final Map<String, String> wrong = new LinkedHashMap<>();

    @Test
    void aSampleOfInputsIsCarriedOutOrRefusedInASentence() throws Exception {
        fuzz(A_SAMPLE);
    }

    @Test
    @Tag("crash")
    void allInputsAreCarriedOutOrRefusedInASentence() throws Exception {
        fuzz(WHOLE);
    }

    private void fuzz(int inputs) throws Exception {
        List<Target> targets = targets();
        for (int from = 0; from < inputs; from += ONE_PROCESS) {
            try (CamelContext live = WorldComponent.in(world.caller(false));
                    CamelContext recorded = WorldComponent.in(world.caller(true))) {
                ProducerTemplate real = live.createProducerTemplate();
                ProducerTemplate bound = recorded.createProducerTemplate();
                for (int i = from; i < Math.min(inputs, from + ONE_PROCESS); i++) {
                    one(i, targets.get(i % targets.size()), real, bound);
                }
            }
        }
        System.out.printf(
                "Fuzzed operations: %d inputs to %d operations, seed %d; %s; %d requests, %d not allowed; %d wrong%n",
                inputs,
                targets.size(),
                SEED,
                ends,
                world.total(),
                world.notAllowed().size(),
                wrong.size());
        List<String> all = new ArrayList<>(world.notAllowed());
        wrong.forEach((what, input) -> all.add(what + "\n    " + input));
        Files.write(Path.of("target/fuzzed-operations.txt"), all);
        assertThat(all).as("also in target/fuzzed-operations.txt").isEmpty();
        assertThat(ends.getOrDefault("carried out", 0))
                .as("or nothing was tested")
                .isGreaterThan(inputs / 10);
    }

    private static List<Target> targets() {
        List<Target> all = new ArrayList<>();
        for (Operation row : OperationCatalog.shipped().all()) {
            boolean free = row.parameters().isEmpty() && row.risk() == Risk.READ;
            all.add(new Target(row.resource(), row.name(), row.parameters(), false, false, free));
        }
        for (CompositeOperation each : CompositeOperations.described()) {
            boolean sendsBody =
                    each.parameters().stream().anyMatch(one -> one.name().equals("body"));
            boolean free = each.parameters().isEmpty() && each.risk() == Risk.READ;
            all.add(new Target(each.resource(), each.name(), each.parameters(), true, sendsBody, free));
        }
        return all;
    }

    private void one(int number, Target target, ProducerTemplate real, ProducerTemplate bound) {
        long seed = random.nextLong();
        FuzzedInput input = input(seed, target);
        boolean faulty = random.nextInt(3) == 0;
        world.begin(target.fullName(), faulty);
        if (target.composite()) {
            Exchange asked = send(bound, target, input(seed, target));
            Exception refused = asked.getException();
            if (judge(number, target, input, refused) && refused == null) {
                used(number, target, input, String.valueOf(asked.getMessage().getBody()));
            }
            if (refused != null) {
                return;
            }
        }
        Exchange done;
        try {
            done = send(real, target, input);
        } catch (FuzzWorld.Endless e) {
            ends.merge("waits", 1, Integer::sum);
            if (!e.waits) {
                wrong.putIfAbsent(target.fullName() + " asks for ever", number + ": " + input);
            }
            return;
        }
        if (judge(number, target, input, done.getException())
                && !target.composite()
                && !(done.getException() instanceof WrongUsageException)) {
            used(number, target, input, world.sent());
        }
    }

    private static FuzzedInput input(long seed, Target target) {
        return new FuzzedInput(new Random(seed), target.parameters(), target.sendsBody(), target.free());
    }

    private Exchange send(ProducerTemplate template, Target target, FuzzedInput input) {
        OvhDomainEndpoint endpoint = template.getCamelContext()
                .getEndpoint(
                        "ovh-domain:" + target.resource() + "?operation=" + target.name(), OvhDomainEndpoint.class);
        endpoint.setParameters(input.endpoint);
        return template.request(endpoint, exchange -> {
            exchange.getMessage().setBody(input.body);
            if (input.named != null) {
                exchange.getMessage().setHeader(OvhDomainConstants.PARAMETERS, input.named);
            }
        });
    }

    /** {@return whether it ended as it may} */
    private boolean judge(int number, Target target, FuzzedInput input, Exception e) {
        String end = e == null
                ? "carried out"
                : e instanceof WrongUsageException
                        ? "refused"
                        : e instanceof OvhApiException ? "answered with an error" : "failed otherwise";
        ends.merge(end, 1, Integer::sum);
        boolean isSentence =
                e == null || (e.getMessage() != null && !e.getMessage().isBlank());
        if (end.startsWith("failed") || !isSentence) {
            StackTraceElement own = e.getStackTrace().length == 0 ? null : first(e);
            Throwable cause = e.getCause();
            wrong.putIfAbsent(
                    e.getClass().getSimpleName() + " at " + own + " of " + target.fullName(),
                    number + ": " + e.getMessage() + (cause == null ? "" : " <- " + cause) + "; " + input);
        }
        return !end.startsWith("failed");
    }

    private static StackTraceElement first(Throwable e) {
        for (StackTraceElement each : e.getStackTrace()) {
            if (each.getClassName().startsWith("io.github.camelovh")) {
                return each;
            }
        }
        return e.getStackTrace()[0];
    }

    private void used(int number, Target target, FuzzedInput input, String where) {
        if (input.named != null && !input.isNamed()) {
            return;
        }
        input.marks.stream()
                .filter(mark -> !where.contains(mark))
                .forEach(mark -> wrong.putIfAbsent(
                        "ignored by " + target.fullName(), number + ": " + mark + " of " + input + "; got " + where));
    }
}
