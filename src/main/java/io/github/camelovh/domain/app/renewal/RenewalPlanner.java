// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule;
import io.github.camelovh.domain.app.renewal.policy.PolicyVerdict;
import io.github.camelovh.domain.app.renewal.policy.RenewalPolicy;
import io.github.camelovh.domain.portfolio.HeldName;
import io.github.camelovh.domain.renewal.KnownRenewals;
import io.github.camelovh.domain.renewal.RenewalMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Compares the policy with OVHcloud's settings. A name that we renew is set to manual first and renewed by a later run,
 * so that OVHcloud and we never both renew it. Thread-safe.
 */
public final class RenewalPlanner {
    private static final String AUTOMATIC = "automatic_renew";
    private static final String MANUAL = "manual_renew";
    private static final String CANCELLED = "cancellation_requested";
    private static final String UNPAID = "unpaid";
    private static final String RESTORABLE = "restorable";
    /** States in which a name can be renewed. */
    private static final Set<String> RENEWABLE = Set.of("ok", "expired", RESTORABLE);

    /** How many days after its due date a renewal is late. */
    private static final int LATE = 2;
    /** How many days before an expiry OVHcloud should have its setting. */
    private static final int SETTING_LATE = 14;

    private static final RenewalTodo NOTHING = new RenewalTodo.Nothing();

    private final RenewalPolicy policy;
    private final KnownRenewals knownRenewals;
    private final Predicate<DomainName> underWay;
    private final LocalDate today;

    /**
     * @param knownRenewals which renewals were ordered earlier
     * @param underWay whether a row of a name is being executed, or waits
     */
    public RenewalPlanner(
            RenewalPolicy policy, KnownRenewals knownRenewals, Predicate<DomainName> underWay, LocalDate today) {
        this.policy = policy;
        this.knownRenewals = knownRenewals;
        this.underWay = underWay;
        this.today = today;
    }

    /** What happens to a name. */
    public Outlook outlook(HeldName name) {
        PolicyVerdict verdict = policy.decide(name, today);
        if (name.expires() == null) {
            return new Outlook(name, verdict, 0, null, NOTHING, "OVHcloud does not say when it expires", true, false);
        }
        long left = ChronoUnit.DAYS.between(today, name.expires());
        Step step = step(name, verdict, left);
        return new Outlook(
                name,
                verdict,
                left,
                name.expires().minusDays(policy.leadOf(name)),
                step.todo(),
                step.says(),
                step.trouble(),
                isToBeTold(verdict, step, left, policy.leadOf(name)));
    }

    /** What the policy does in time needs no warning; what it has not done in time does. */
    private static boolean isToBeTold(PolicyVerdict verdict, Step step, long left, int lead) {
        boolean givenUp = verdict.decided() && verdict.rule().wish().outcome() == PolicyRule.Outcome.LET_EXPIRE;
        int late = step.sets() ? SETTING_LATE : lead - LATE;
        return step.trouble() || givenUp || (step.open() && left <= late);
    }

    /**
     * What must be done, and the words for it.
     *
     * @param open whether something is still to be done, by a row in progress or a new one
     * @param sets whether it only changes a setting at OVHcloud, which may be done later than a renewal
     */
    private record Step(RenewalTodo todo, String says, boolean trouble, boolean open, boolean sets) {
        static Step none(String says) {
            return new Step(NOTHING, says, false, false, false);
        }

        static Step person(String says) {
            return new Step(NOTHING, says, true, true, false);
        }

        static Step todo(RenewalTodo todo, String says) {
            return new Step(todo, says, false, true, todo instanceof RenewalTodo.Set);
        }

        Step underWay() {
            return new Step(NOTHING, "a row for it waits or is being executed already", false, true, sets);
        }
    }

    private Step step(HeldName name, PolicyVerdict verdict, long left) {
        if (!verdict.decided()) {
            return Step.person(verdict.why());
        }
        if (!RENEWABLE.contains(name.state())) {
            return Step.person("its state at OVHcloud is " + name.state() + ": nothing is done about its renewal");
        }
        PolicyRule.Wish wish = verdict.rule().wish();
        Step step =
                switch (wish.outcome()) {
                    case ASK -> Step.person("a person decides" + by(name));
                    case AUTOMATIC -> automatic(name, left);
                    case LET_EXPIRE -> letExpire(name, left);
                    case RENEW -> renew(name, verdict.rule(), left);
                };
        return step.todo().isOpen() && underWay.test(name.name()) ? step.underWay() : step;
    }

    private Step automatic(HeldName name, long left) {
        if (left < 0) {
            return Step.person(
                    "it has expired, although OVHcloud was set to renew it: a renew row gets it back, at the price"
                            + " in its plan");
        }
        if (UNPAID.equals(name.renewalState())) {
            return Step.person("OVHcloud renews it, but was not paid: check the open orders and the payment method");
        }
        if (AUTOMATIC.equals(name.renewalState())) {
            return Step.none("OVHcloud renews it");
        }
        return set(RenewalMode.AUTOMATIC, "OVHcloud should renew it, but is set to " + seen(name));
    }

    private Step letExpire(HeldName name, long left) {
        if (left < 0) {
            return Step.none("it expired on " + name.expires() + ", as the policy says");
        }
        return CANCELLED.equals(name.renewalState())
                ? Step.none("it expires on " + name.expires() + ", as the policy says")
                : set(RenewalMode.CANCEL, "it should expire, but OVHcloud is set to " + seen(name));
    }

    private Step renew(HeldName name, PolicyRule rule, long left) {
        PolicyRule.Wish wish = rule.wish();
        if (RESTORABLE.equals(name.state())) {
            return restore(name, rule);
        }
        if (UNPAID.equals(name.renewalState())) {
            return Step.person("an order of OVHcloud for it is not paid: pay or cancel that order first");
        }
        if (!MANUAL.equals(name.renewalState())) {
            return set(RenewalMode.MANUAL, "we should renew it, but OVHcloud is set to " + seen(name));
        }
        Optional<Step> ordered = ordered(name);
        if (ordered.isPresent()) {
            return ordered.get();
        }
        return left > policy.leadOf(name)
                ? Step.none("we renew it on " + name.expires().minusDays(policy.leadOf(name)))
                : Step.todo(
                        new RenewalTodo.Renew(wish.years(), wish.maxPrice()),
                        left < 0 ? "it has expired and is renewed now" : "it is renewed now");
    }

    private Optional<Step> ordered(HeldName name) {
        return knownRenewals
                .orderOf(name.name(), name.expires())
                .map(order -> new Step(
                        new RenewalTodo.Awaited(order),
                        "renewed by order " + order + "; its expiry date will change in time",
                        false,
                        false,
                        false));
    }

    /** Restoring costs many times as much as a renewal, so it is done only with a limit that somebody wrote. */
    private Step restore(HeldName name, PolicyRule rule) {
        return ordered(name)
                .orElseGet(() -> rule.wish().maxPrice() == null
                        ? Step.person("it is in its redemption period, and rule " + rule.name()
                                + " has no maxPrice for restoring it: a renew row restores it, at the price"
                                + " in its plan")
                        : Step.todo(
                                new RenewalTodo.Renew(1, rule.wish().maxPrice()),
                                "it is in its redemption period and is restored now if that costs no more than "
                                        + rule.wish().maxPrice()));
    }

    private static Step set(RenewalMode mode, String says) {
        return Step.todo(new RenewalTodo.Set(mode), says);
    }

    private static String seen(HeldName name) {
        return name.renewalState() == null ? "an unknown mode" : name.renewalState();
    }

    private static String by(HeldName name) {
        return AUTOMATIC.equals(name.renewalState())
                ? "; until then OVHcloud renews it"
                : " by " + name.expires() + ", or it expires";
    }
}
