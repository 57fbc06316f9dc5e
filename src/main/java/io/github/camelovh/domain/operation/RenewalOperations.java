// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.renewal.PaymentCheck;
import io.github.camelovh.domain.renewal.RenewalMode;
import io.github.camelovh.domain.renewal.RenewalRun;
import io.github.camelovh.domain.renewal.RenewalWish;
import io.github.camelovh.domain.renewal.Renewals;
import io.github.camelovh.domain.renewal.Renewer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;

/** The operations on renewals, on top of {@link Renewals}. Thread-safe. */
final class RenewalOperations {
    private static final String RESOURCE = "renewal";
    private static final List<Parameter> NAME = List.of(Parameter.subject("domain", "string", true));

    private RenewalOperations() {}

    /**
     * @param budget of all renewals that are ordered here
     * @param limited whether the renewer has a budget, so that renewing needs no {@code maxPrice}
     */
    static List<CompositeOperation> of(
            Renewals renewals, Renewer renewer, PaymentCheck payment, Budget budget, boolean limited) {
        return List.of(
                new CompositeOperation(
                        RESOURCE,
                        "renew",
                        List.of(
                                NAME.get(0),
                                Parameter.subject("expiry", "string", true),
                                Parameter.wish("duration", "duration"),
                                OrderOperations.price(limited),
                                Parameter.limit("currency", "string", null),
                                Parameter.limit("acknowledgedOrders", "long[]", "")),
                        "the outcome of the renewal; a name is renewed once beyond the expiry that you give (see"
                                + " operation state)",
                        in -> renew(renewer, budget, limited, in)),
                new CompositeOperation(
                        RESOURCE,
                        "state",
                        NAME,
                        "the renewal settings of the name, and when it expires",
                        in -> renewals.state(name(in))),
                new CompositeOperation(
                        RESOURCE,
                        "quote",
                        NAME,
                        "the price of a renewal now, by period, with what is also renewed. Orders nothing",
                        in -> renewals.offers(name(in))),
                new CompositeOperation(
                        RESOURCE,
                        "checkPayment",
                        List.of(Parameter.subject("until", "date", true)),
                        "a sentence about why OVHcloud cannot be paid until that day for what it renews by itself; nothing"
                                + " where it can",
                        in -> payment.trouble(LocalDate.parse(in.text("until").orElseThrow()))
                                .orElse(null)),
                setting(
                        renewals,
                        "setAutomatic",
                        RenewalMode.AUTOMATIC,
                        "the name's renewal settings; OVHcloud then renews it"),
                setting(
                        renewals,
                        "setManual",
                        RenewalMode.MANUAL,
                        "the name's renewal settings; then it is not renewed automatically"),
                setting(
                        renewals,
                        "cancelAtExpiry",
                        RenewalMode.CANCEL,
                        "the name's renewal settings; the name is then deleted when it expires"),
                new CompositeOperation(
                        RESOURCE,
                        "undoCancel",
                        NAME,
                        "the name's renewal settings; a name that was to be deleted is then renewed manually",
                        in -> {
                            DomainName name = name(in);
                            return renewals.state(name).mode() == RenewalMode.CANCEL
                                    ? set(renewals, name, RenewalMode.MANUAL)
                                    : renewals.state(name);
                        }));
    }

    private static Object renew(Renewer renewer, Budget budget, boolean limited, CompositeInput in) {
        Money most = OrderOperations.money(in, "maxPrice");
        if (most == null && !limited) {
            throw new WrongUsageException(
                    name(in) + " was not renewed: there is no limit to its price. Set maxPrice (tax included), or"
                            + " give the component a budget; operation quote returns the price");
        }
        try {
            return renewer.renew(
                    new RenewalWish(
                            name(in),
                            LocalDate.parse(in.text("expiry").orElseThrow()),
                            in.text("duration").orElse("P1Y"),
                            most,
                            new HashSet<>(
                                    in.<List<Long>>value("acknowledgedOrders").orElse(List.of()))),
                    RenewalRun.unrecorded(budget));
        } catch (DateTimeParseException e) {
            throw new WrongUsageException("expiry must be a date such as 2027-03-31; nothing was sent");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The wait for the answer to the renewal of " + name(in) + " was interrupted; check today's orders",
                    e);
        }
    }

    private static CompositeOperation setting(Renewals renewals, String operation, RenewalMode mode, String answer) {
        return new CompositeOperation(RESOURCE, operation, NAME, answer, in -> set(renewals, name(in), mode));
    }

    private static Object set(Renewals renewals, DomainName name, RenewalMode mode) {
        try {
            return renewals.set(name, mode);
        } catch (IllegalStateException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }

    private static DomainName name(CompositeInput in) {
        return in.domain("domain");
    }
}
