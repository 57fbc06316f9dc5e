// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.model.Outcome;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.renewal.RenewalOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The kinds of outcomes that operations answer with. */
public final class OutcomeKinds {

    private OutcomeKinds() {}

    /** {@return the types of all of them: records, of which some of different operations have the same name} */
    public static List<Class<?>> types() {
        return Stream.of(PurchaseOutcome.class, RenewalOutcome.class, ExecutionResult.class, PlanOutcome.class)
                .<Class<?>>flatMap(each -> Stream.of(each.getPermittedSubclasses()))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    /** {@return the names of all of them, as {@link Outcome#outcome} gives them} */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>();
        types().forEach(type -> names.add(type.getSimpleName()));
        return names;
    }
}
