// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.dns.Ownership;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Binds the limits of one call. A limit is the operator's; without a value of his, its default counts as his. A message may make it
 * stricter. A looser value in a message is a problem, not ignored: whoever wrote it would believe that it holds. With {@code
 * limitsFromMessage} a message's value counts in place of the default; a limit that the operator set bounds it still.
 */
final class LimitBinding {
    private static final String CURRENCY = "currency";
    private static final String USUAL_CURRENCY = "EUR";

    private record Limit(Parameter parameter, Object operators, List<Object> messages) {}

    private final boolean limitsFromMessage;
    private final List<String> problems;
    private final Map<String, Limit> given = new LinkedHashMap<>();
    private final Map<String, Object> bound = new LinkedHashMap<>();
    private final Set<String> trusted = new HashSet<>();

    LimitBinding(boolean limitsFromMessage, List<String> problems) {
        this.limitsFromMessage = limitsFromMessage;
        this.problems = problems;
    }

    /** The values of one limit, each in the form of its type; null for none. */
    void give(Parameter parameter, Object operators, Object ofHeader, Object ofBody) {
        List<Object> messages = new ArrayList<>();
        messages.addAll(Arrays.asList(ofHeader, ofBody));
        messages.removeIf(Objects::isNull);
        given.put(parameter.name(), new Limit(parameter, operators, messages));
    }

    /** {@return the names of the values that are the operator's} */
    Set<String> trusted() {
        return trusted;
    }

    /**
     * The values that count.
     *
     * @param typed the limits in a typed request, by name; a message's too, but one that only has the default is no wish of its own
     */
    Map<String, Object> bind(Map<String, Object> typed, ParameterForms forms) {
        given.values().forEach(limit -> {
            if (limit.operators() != null || limitsFromMessage) {
                trusted.add(limit.parameter().name());
            }
        });
        String currency = currency();
        given.values().forEach(limit -> {
            try {
                bind(limit, typed.get(limit.parameter().name()), currency, forms);
            } catch (IllegalArgumentException e) {
                problems.add("parameter \"" + limit.parameter().name() + "\" " + e.getMessage());
            }
        });
        bindOwnership(typed);
        return bound;
    }

    private void bind(Limit limit, Object typed, String currency, ParameterForms forms) {
        Parameter parameter = limit.parameter();
        LimitRule rule = LimitRule.of(parameter);
        Object usual = parameter.byDefault() == null ? null : forms.of(parameter, parameter.byDefault());
        Object counts = amount(parameter, limit.operators(), currency);
        boolean open = counts == null
                && (limitsFromMessage || (usual == null && rule != LimitRule.FIXED) || isPaid(parameter));
        if (counts == null && !open) {
            counts = usual;
        }
        boolean given = limit.operators() != null;
        for (Object each : limit.messages()) {
            Object message = amount(parameter, each, messageCurrency(currency));
            if (!open && isLooser(rule, parameter, message, counts)) {
                problems.add(looser(limit, message, counts));
                return;
            }
            counts = message;
            open = false;
            given = true;
        }
        if (typed != null && (open || !isLooser(rule, parameter, typed, counts))) {
            counts = typed;
            given = true;
        } else if (typed != null && !typed.equals(usual)) {
            problems.add(looser(limit, typed, counts));
            return;
        }
        if (given && counts != null) {
            bound.put(parameter.name(), counts);
        }
    }

    /** A default of nothing is nothing in the currency of the message. */
    private static boolean isLooser(LimitRule rule, Parameter parameter, Object message, Object counts) {
        return rule.isLooser(
                message, message instanceof Money money ? amount(parameter, counts, money.currency()) : counts);
    }

    /** Whether money comes from the run of the caller's program, which is then the limit of the operator. */
    private boolean isPaid(Parameter parameter) {
        Limit run = given.get(RunParameter.OPTIONAL.name());
        return parameter.type().equals(CompositeInput.MONEY)
                && run != null
                && Stream.concat(Stream.ofNullable(run.operators()), run.messages().stream())
                        .anyMatch(each -> each instanceof ChangeRun change && change.budget() != null);
    }

    private static String looser(Limit limit, Object message, Object value) {
        Parameter parameter = limit.parameter();
        String operators = value == null
                ? "the account's own"
                : (limit.operators() == null ? "the default, " : "") + shown(parameter, value);
        return "parameter \"" + parameter.name()
                + "\" is a limit, which a message can only make stricter: the operator's is "
                + operators + ", the message has " + shown(parameter, message) + ". Set " + parameter.name()
                + " at the endpoint; or limitsFromMessage=true, if all its messages are the operator's own";
    }

    private static String shown(Parameter parameter, Object value) {
        return parameter.type().equals(CompositeInput.OBJECT) ? "an object of the program" : String.valueOf(value);
    }

    /** The currency of the operator's amounts that have none. */
    private String currency() {
        Limit limit = given.get(CURRENCY);
        if (limit == null) {
            return USUAL_CURRENCY;
        }
        String operators =
                limit.operators() == null ? USUAL_CURRENCY : limit.operators().toString();
        String messages = messageCurrency(operators);
        boolean used = given.values().stream()
                .filter(each -> each.parameter().type().equals(CompositeInput.MONEY))
                .anyMatch(each -> !each.messages().isEmpty());
        if (!messages.equals(operators) && !used) {
            problems.add("parameter \"currency\" is " + messages + " in the message, which has no amount in it");
        }
        return operators;
    }

    private String messageCurrency(String operators) {
        Limit limit = given.get(CURRENCY);
        return limit == null || limit.messages().isEmpty()
                ? operators
                : limit.messages().get(0).toString();
    }

    private static Object amount(Parameter parameter, Object value, String currency) {
        if (!parameter.type().equals(CompositeInput.MONEY) || !(value instanceof String text)) {
            return value;
        }
        return Money.of(text.contains(" ") ? text : text + " " + currency);
    }

    /** Names, prefixes and types of a zone say together what of it is ours. */
    private void bindOwnership(Map<String, Object> typed) {
        if (!given.containsKey(ZoneGuards.NAMES)) {
            return;
        }
        Map<String, Object> operators = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        for (String name : List.of(ZoneGuards.NAMES, ZoneGuards.PREFIXES, ZoneGuards.TYPES)) {
            Limit limit = given.get(name);
            bound.remove(name);
            put(operators, name, limit.operators());
            put(messages, name, typed.get(name));
            limit.messages().stream().findFirst().ifPresent(value -> messages.put(name, value));
        }
        Ownership outer = ZoneGuards.ownership(operators);
        boolean named = messages.containsKey(ZoneGuards.NAMES) || messages.containsKey(ZoneGuards.PREFIXES);
        Map<String, Object> both = new LinkedHashMap<>(operators);
        if (named) {
            both.keySet().removeAll(Set.of(ZoneGuards.NAMES, ZoneGuards.PREFIXES));
        }
        both.putAll(messages);
        Ownership inner = ZoneGuards.ownership(both);
        if (!inner.isWithin(outer)) {
            Set<String> which = new LinkedHashSet<>(messages.keySet());
            problems.add("parameters " + String.join(", ", which)
                    + " are a limit, which a message can only make stricter: it"
                    + " claims records of the zone that the operator's " + String.join(", ", operators.keySet())
                    + " leave out. Set them at the endpoint");
        }
        bound.putAll(both);
    }

    private static void put(Map<String, Object> all, String name, Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
