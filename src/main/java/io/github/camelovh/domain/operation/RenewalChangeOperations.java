// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.renewal.KnownRenewals;
import io.github.camelovh.domain.renewal.RenewalChange;
import io.github.camelovh.domain.renewal.RenewalMode;
import io.github.camelovh.domain.renewal.RenewalModeChange;
import io.github.camelovh.domain.renewal.RenewalRequest;
import io.github.camelovh.domain.renewal.Renewals;
import io.github.camelovh.domain.renewal.Renewer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Changes of renewals, planned, made and watched: by the names of operations and parameters. Thread-safe. */
final class RenewalChangeOperations {
    private static final String RESOURCE = "renewal";
    private static final String KNOWN = "knownRenewals";
    private static final Parameter NAME = Parameter.subject("domain", "string", true);
    private static final Parameter MODE = Parameter.wish("mode", "string").needed();
    private static final List<Parameter> RENEWAL = List.of(
            NAME,
            Parameter.subject("expiry", "date", false),
            Parameter.wish("duration", "duration"),
            Parameter.limit("currency", "string", null),
            Parameter.limit("acknowledgedOrders", "long[]", ""),
            Parameter.limit(KNOWN, CompositeInput.OBJECT, null));

    private final Renewals renewals;
    private final Renewer renewer;
    private final Orders orders;
    private final Budget budget;
    private final boolean limited;

    private RenewalChangeOperations(Renewals renewals, Renewer renewer, Orders orders, Budget budget, boolean limited) {
        this.renewals = renewals;
        this.renewer = renewer;
        this.orders = orders;
        this.budget = budget;
        this.limited = limited;
    }

    /**
     * @param budget of all renewals that are ordered without a budget of their own
     * @param limited whether it was given, so that renewing needs no {@code maxPrice}
     */
    static List<CompositeOperation> of(
            Renewals renewals, Renewer renewer, Orders orders, Budget budget, boolean limited) {
        RenewalChangeOperations all = new RenewalChangeOperations(renewals, renewer, orders, budget, limited);
        return List.of(
                new CompositeOperation(
                        RESOURCE,
                        "planMode",
                        List.of(NAME, MODE),
                        "what setting the name's renewal to this mode (automatic, manual, cancel) would change. Changes nothing",
                        in -> all.modeChange(in).plan()),
                new CompositeOperation(
                        RESOURCE,
                        "applyMode",
                        List.of(NAME, MODE, RunParameter.OPTIONAL),
                        "how the change of the name's renewal ended. With run, only what was approved is changed",
                        in -> all.modeChange(in).apply(RunParameter.of(in))),
                new CompositeOperation(
                                RESOURCE,
                                "planRenewal",
                                with(true),
                                "what renewing the name (for P1Y unless duration says otherwise) would order and cost. Orders nothing",
                                in -> all.change(in).plan())
                        .leavingNothing(),
                new CompositeOperation(
                        RESOURCE,
                        "applyRenewal",
                        with(limited, RunParameter.OPTIONAL, RunParameter.PAUSE),
                        "how far the renewal came; it is ordered once. With run, only what was approved is ordered, and the step"
                                + " is noted before it is taken",
                        all::apply),
                new CompositeOperation(
                        RESOURCE,
                        "checkRenewal",
                        with(true, RunParameter.REQUIRED, RunParameter.PAUSE),
                        "how a renewal goes on that was applied by this run: Later while it waits, else its end; nothing where it is"
                                + " to be applied again. Changes nothing",
                        in -> all.change(in).check(RunParameter.of(in)).orElse(null)));
    }

    private static List<Parameter> with(boolean limited, Parameter... more) {
        List<Parameter> all = new ArrayList<>(RENEWAL);
        all.add(OrderOperations.price(limited));
        all.addAll(List.of(more));
        return all;
    }

    private RenewalModeChange modeChange(CompositeInput in) {
        RenewalMode mode = RenewalMode.of(in.text("mode").orElseThrow())
                .orElseThrow(() -> new WrongUsageException("parameter \"mode\" has to be one of "
                        + String.join(", ", RenewalMode.words()) + "; nothing was changed"));
        return new RenewalModeChange(renewals, in.domain("domain"), mode);
    }

    private Object apply(CompositeInput in) {
        return change(in).apply(RunParameter.paying(in, budget, limited, in.domain("domain") + " was not renewed"));
    }

    private RenewalChange change(CompositeInput in) {
        Money most = OrderOperations.money(in, "maxPrice");
        RenewalRequest request = new RenewalRequest(
                in.domain("domain"),
                in.text("expiry").map(LocalDate::parse).orElse(null),
                in.text("duration").orElse("P1Y"),
                most,
                new HashSet<>(in.<List<Long>>value("acknowledgedOrders").orElse(List.of())));
        return new RenewalChange(renewals, renewer, orders, request, known(in), RunParameter.pause(in));
    }

    private static KnownRenewals known(CompositeInput in) {
        Object given = in.value(KNOWN).orElse(KnownRenewals.none());
        if (given instanceof KnownRenewals known) {
            return known;
        }
        throw new WrongUsageException("parameter \"" + KNOWN + "\" has to be an object of type "
                + KnownRenewals.class.getName() + ", made by the program; nothing was ordered");
    }
}
