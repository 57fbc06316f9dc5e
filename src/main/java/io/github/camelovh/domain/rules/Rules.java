// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The rules of registries, read once an hour for each extension and action. A registry may have more rules for single
 * names, such as names of towns: only the server's check before the order knows them. Thread-safe.
 */
public final class Rules {
    private static final Operation GET = OperationCatalog.row("rules:get");
    private static final long KEPT_NANOS = 3_600_000_000_000L;

    private final OvhApi api;
    private final LongSupplier nanos;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** A rule, and when it was read. */
    private record Kept(Rule rule, long at) {}

    /** @param nanos a clock for durations */
    public Rules(OvhApi api, LongSupplier nanos) {
        this.api = api;
        this.nanos = nanos;
    }

    /**
     * The rule for an action on names of an extension, {@code GET /domain/configurationRule}.
     *
     * @param action create, transfer, trade or update
     * @throws io.github.camelovh.domain.api.OvhApiException if it cannot be read
     * @throws IllegalArgumentException if the answer is not a rule
     */
    public Rule rule(DomainName name, String action) {
        String extension = name.ascii().substring(name.ascii().indexOf('.') + 1);
        String key = action + " " + extension;
        return kept.compute(
                        key,
                        (same, before) -> before != null && nanos.getAsLong() - before.at() < KEPT_NANOS
                                ? before
                                : new Kept(read(name, action), nanos.getAsLong()))
                .rule();
    }

    private Rule read(DomainName name, String action) {
        Rule told = api.send(ApiCall.of(GET).withQuery("action", action).withQuery("domain", name.ascii()))
                .read(RuleReader::read);
        return Objects.requireNonNullElse(
                told, new Rule(null, null, null, null, List.of(), null, Set.of(), null, List.of(), List.of()));
    }

    /**
     * The data that a registry does not allow; no call if the rule is known.
     *
     * @param data by top label, see {@link RuleEvaluator}
     * @throws RuleTooComplexException if only the server can check it
     */
    public List<Violation> violations(DomainName name, String action, JsonNode data) {
        return RuleEvaluator.violations(rule(name, action), data, contexts(action));
    }

    /** The contexts of data for an action: the action, and an order. */
    public static Set<String> contexts(String action) {
        return Set.of(action, "order");
    }
}
