// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.Ownership;
import io.github.camelovh.domain.dns.RecordType;
import io.github.camelovh.domain.dns.ZoneWish;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseAction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values of each limit, as an operator and as messages give them. */
final class LimitSamples {

    private LimitSamples() {}

    /**
     * One limit and what messages try.
     *
     * @param operators the operator's values by name; none to have the default count
     * @param looser values of a message that must not count
     * @param stricter values of a message that must count
     */
    record Sample(Map<String, Object> operators, List<Object> looser, List<Object> stricter) {}

    /** What to try for a limit; a new limit without samples fails the test. */
    static List<Sample> of(Parameter limit) {
        String name = limit.name();
        return switch (name) {
            case "maxPrice" ->
                List.of(
                        set(
                                name,
                                "15 EUR",
                                List.of("5000 EUR", "5000", "15.01 EUR", "16 USD"),
                                List.of("9.99 EUR", "10")),
                        limit.byDefault() == null
                                ? unset(List.of(), List.of("9.99 EUR"))
                                : unset(List.of("0.01 EUR", "5000", "5 USD"), List.of("0 EUR")));
            case "approvedPrice" ->
                List.of(
                        set(name, "15 EUR", List.of("15.01", "16 EUR"), List.of("14")),
                        unset(List.of(), List.of("14")));
            case "currency" -> List.of(set("maxPrice", "15", List.of("JPY"), List.of("EUR")));
            case "relockAfter" ->
                List.of(
                        set(name, "PT1H", List.of("PT2H", "P6D"), List.of("PT1M")),
                        unset(List.of("P6D", "432000001"), List.of("P4D")));
            case "acknowledgedOrders" ->
                List.of(
                        set(name, "1,2", List.of(List.of(3), List.of(1, 2, 3)), List.of(List.of(1))),
                        unset(List.of(List.of(3)), List.of(List.of())));
            case "paymentMethod" -> List.of(set(name, 7, List.of(8), List.of(7)), unset(List.of(8), List.of()));
            case "ownedNames" ->
                List.of(
                        set(name, "www,shop", List.of("mail", "www,mail", List.of(), "@"), List.of("www", "SHOP")),
                        set("ownedPrefixes", "_acme", List.of("www"), List.of("_acme.www")),
                        unset(List.of(), List.of("www")));
            case "ownedPrefixes" ->
                List.of(
                        set(name, "_acme", List.of("x", "_", List.of()), List.of("_acme-challenge")),
                        set("ownedNames", "www", List.of("w", "www"), List.of()),
                        unset(List.of(), List.of("_acme")));
            case "ownedTypes" ->
                List.of(
                        set(name, "A,AAAA", List.of("MX", "A,MX", List.of()), List.of("A")),
                        unset(List.of(), List.of("A")));
            case "method" ->
                List.of(
                        set(name, "GET", List.of("DELETE", "POST"), List.of("GET")),
                        set(name, "PUT", List.of("DELETE", "POST"), List.of("PUT")),
                        unset(List.of("DELETE"), List.of("GET")));
            case "path" ->
                List.of(set(name, "/me", List.of("/domain"), List.of("/me")), unset(List.of(), List.of("/me")));
            case "plan" -> List.of();
            case "run", "zoneJournal", "authCodeStore", "knownRenewals" ->
                List.of(set(name, "the operator's", List.of("a message's"), List.of("the operator's")));
            default -> byType(limit);
        };
    }

    private static List<Sample> byType(Parameter limit) {
        return switch (limit.type()) {
            case "boolean" ->
                List.of(
                        set(limit.name(), false, List.of(true, "TRUE"), List.of(false)),
                        set(limit.name(), true, List.of(), List.of(false)),
                        unset(List.of(true), List.of(false)));
            case "long" -> {
                long usual = Long.parseLong(limit.byDefault());
                yield List.of(
                        set(limit.name(), 5, List.of(6, "100"), List.of(4, 0)),
                        unset(List.of(usual + 1), List.of(usual - 1)));
            }
            default -> throw new IllegalStateException("There are no samples for the limit " + limit.name());
        };
    }

    private static Sample set(String name, Object operators, List<Object> looser, List<Object> stricter) {
        return new Sample(Map.of(name, operators), looser, stricter);
    }

    private static Sample unset(List<Object> looser, List<Object> stricter) {
        return new Sample(Map.of(), looser, stricter);
    }

    /** {@return a typed request with this one limit; empty if the operation has no such request, or that has no such limit} */
    static Optional<Object> typed(String operation, Parameter limit, Object value) {
        return switch (operation) {
            case "order:quote", "order:create", "order:resume" -> purchase(limit.name(), value);
            case "dns:plan", "dns:sync" -> wish(limit.name(), value);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> purchase(String limit, Object value) {
        Purchase plain = Purchase.of(PurchaseAction.CREATE, DomainName.of("example.com"), "P1Y");
        return switch (limit) {
            case "maxPrice" -> Optional.of(plain.withMaxPrice(money(value)));
            case "approvedPrice" -> Optional.of(plain.approvedAt(money(value), null));
            case "allowPremium" -> Optional.of(plain.allowing(truth(value), false));
            case "allowAftermarket" -> Optional.of(plain.allowing(false, truth(value)));
            default -> Optional.empty();
        };
    }

    private static Optional<Object> wish(String limit, Object value) {
        DomainName zone = DomainName.of("example.com");
        for (Guard guard : Guard.values()) {
            if (guard.option().equals(limit)) {
                GuardSettings guards = GuardSettings.DEFAULT;
                GuardSettings set = guard.isNumber()
                        ? guards.with(guard, Integer.parseInt(String.valueOf(value)))
                        : truth(value) ? guards.opening(guard) : guards;
                return Optional.of(new ZoneWish(zone, List.of(), Ownership.ALL, set));
            }
        }
        Set<String> texts =
                value instanceof List ? Set.of() : Set.of(String.valueOf(value).split(","));
        return switch (limit) {
            case "ownedNames" -> owned(zone, new Ownership(texts, Set.of(), Set.of()));
            case "ownedPrefixes" -> owned(zone, new Ownership(Set.of(), texts, Set.of()));
            case "ownedTypes" -> owned(zone, new Ownership(Set.of(), Set.of(), types(texts)));
            default -> Optional.empty();
        };
    }

    /** A wish for all that the operator owns claims nothing. */
    private static Optional<Object> owned(DomainName zone, Ownership ours) {
        return ours.equals(Ownership.ALL)
                ? Optional.empty()
                : Optional.of(new ZoneWish(zone, List.of(), ours, GuardSettings.DEFAULT));
    }

    private static Set<RecordType> types(Set<String> words) {
        return words.stream()
                .map(word -> RecordType.named(word).orElseThrow())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static boolean truth(Object value) {
        return Boolean.parseBoolean(String.valueOf(value));
    }

    private static Money money(Object value) {
        String text = String.valueOf(value);
        return Money.of(text.contains(" ") ? text : text + " EUR");
    }

    /** {@return a value with which an operation is not refused for the want of a required parameter} */
    static Object filling(Parameter required) {
        return switch (required.type()) {
            case "long" -> 1L;
            case "boolean" -> true;
            case "date" -> "2030-01-01";
            case "json" -> "[]";
            case "object", "map" -> Map.of("any", "thing");
            default ->
                required.name().equals("expiry")
                        ? "2030-01-01"
                        : required.name().equals("path") ? "/me" : "example.com";
        };
    }

    /** {@return the form in which the operation gets a value of this limit} */
    static Object bound(Parameter limit, Object value) {
        return switch (limit.type()) {
            case "money" -> money(value);
            case "wait" ->
                String.valueOf(value).startsWith("P")
                        ? Duration.parse(String.valueOf(value))
                        : Duration.ofMillis(Long.parseLong(String.valueOf(value)));
            case "long" -> Long.valueOf(String.valueOf(value));
            case "boolean" -> Boolean.valueOf(String.valueOf(value));
            case "long[]" ->
                ((List<?>) value)
                        .stream()
                                .map(each -> Long.valueOf(String.valueOf(each)))
                                .toList();
            case "string[]" ->
                value instanceof List ? value : List.of(String.valueOf(value).split(","));
            default -> value;
        };
    }
}
