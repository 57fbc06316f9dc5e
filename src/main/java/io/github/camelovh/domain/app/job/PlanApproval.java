// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.Approval;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerBudget;
import io.github.camelovh.domain.app.ledger.PlanCode;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a plan be carried out, on a person's word for exactly that plan, and within the limits. Thread-safe.
 */
public final class PlanApproval {
    private static final Logger LOG = LoggerFactory.getLogger(PlanApproval.class);
    private static final String NOTHING = " Nothing was approved. ";

    private final Ledger ledger;
    private final BudgetLimits limits;
    private final boolean fourEyes;
    private final WaitingPlans waiting;

    /**
     * @param limits what is set now; the limits that a plan was shown with hold beside them
     * @param fourEyes whether somebody else than who dropped a file has to approve its plan
     */
    public PlanApproval(Ledger ledger, BudgetLimits limits, boolean fourEyes) {
        this.ledger = ledger;
        this.limits = limits;
        this.fourEyes = fourEyes;
        this.waiting = new WaitingPlans(ledger);
    }

    /**
     * Approves the plan with this code.
     *
     * @param code as it was shown with the plan
     * @param by who approves, as the operating system knows it
     * @return what came of it
     */
    public PlanAnswer approve(PlanCode code, String by) {
        return ledger.files()
                .findByCode(code)
                .map(file -> approve(file, code.text(), by))
                .orElseGet(() ->
                        PlanAnswer.no("No plan has the code " + code + ". Nothing was approved. " + waiting.named()));
    }

    /**
     * Approves the plan of one file.
     *
     * @param fileId the file
     * @param code as it was shown with the plan
     * @param by who approves, as the operating system knows it
     */
    public PlanAnswer approve(long fileId, String code, String by) {
        return approve(ledger.files().find(fileId).orElseThrow(), code, by);
    }

    private PlanAnswer approve(ImportedFile file, String code, String by) {
        Optional<String> against = obstacle(file).or(() -> sameEyes(file, by));
        if (against.isPresent() && file.state() == FileState.PLANNED && !file.endedUnapproved()) {
            return PlanAnswer.no(against.get());
        }
        return ledger.plans().approve(file.id(), code, by).match(new Sentences(file, code, by, waiting));
    }

    /** What is told of an approval. */
    private record Sentences(ImportedFile file, String code, String by, WaitingPlans waiting)
            implements Approval.Cases<PlanAnswer> {
        @Override
        public PlanAnswer given(Approval.Given approval) {
            LOG.info("{}: plan {} approved by {}", file.name(), code, by);
            return PlanAnswer.yes("The plan of " + file.name() + " is approved: "
                    + Plural.of(approval.requests(), "row") + " may be carried out.");
        }

        @Override
        public PlanAnswer givenBefore(Approval.GivenBefore approval) {
            return PlanAnswer.yes("The plan of " + file.name() + " was approved before, by " + approval.by() + ".");
        }

        @Override
        public PlanAnswer otherPlan(Approval.OtherPlan approval) {
            return PlanAnswer.no("The plan of " + file.name() + " is another one by now: its code is "
                    + approval.planCode() + ", not " + code + "." + NOTHING + "Read the plan again.");
        }

        @Override
        public PlanAnswer changed(Approval.Changed approval) {
            return PlanAnswer.no("The plan of " + file.name() + " changed since it got its code " + code + ": its rows,"
                    + " prices or limits in the ledger are not those that were shown." + NOTHING
                    + "Drop the same file again, or import it with --plan-only: the plan is shown as it is now, with a"
                    + " new code.");
        }

        @Override
        public PlanAnswer ended(Approval.Ended approval) {
            ImportedFile.Cancelled end = approval.cancelled();
            return PlanAnswer.no("The plan of " + file.name() + " waits no more since " + end.at() + ": "
                    + (end.by() == null ? "" : "by " + end.by() + ", ") + end.why() + "." + NOTHING
                    + waiting.of(file.name())
                            .map(newer -> "The plan of " + file.name() + " that waits now has the code " + newer
                                    + ". Read it, then: ovh-domain approve " + newer)
                            .orElse("To have it planned again, drop the file again."));
        }

        @Override
        public PlanAnswer noPlan(Approval.NoPlan approval) {
            return PlanAnswer.no("There is no plan of " + file.name() + " to approve; it is "
                    + approval.state().name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    private Optional<String> sameEyes(ImportedFile file, String by) {
        if (!fourEyes) {
            return Optional.empty();
        }
        if (file.droppedBy() == null) {
            return Optional.of("It is not known who dropped " + file.name() + ", so nobody can be known to be another"
                    + " person, as ovh-domain.approve.fourEyes asks. Nothing was approved. Reject the plan and drop the"
                    + " file again.");
        }
        return file.droppedBy().equalsIgnoreCase(by)
                ? Optional.of("You (" + by + ") dropped " + file.name() + ", and ovh-domain.approve.fourEyes asks for"
                        + " another person. Nothing was approved. Somebody else can: ovh-domain approve "
                        + file.planCode())
                : Optional.empty();
    }

    /** Why the plan may not be bought as it stands, whoever approves it; empty if nothing speaks against it. */
    public Optional<String> obstacle(ImportedFile file) {
        if (!buys(file.id())) {
            return Optional.empty();
        }
        BudgetLimits held = limits.tightenedBy(file.limits());
        if (held.equals(BudgetLimits.none())) {
            return Optional.of(
                    "No money limit is set, so " + file.name() + " was only planned and nothing is bought. Give"
                            + " --max-total, or set ovh-domain.limit.item, .run or .day.");
        }
        if (!held.allowBuying()) {
            return Optional.of("A money limit is zero, so nothing of " + file.name()
                    + " is bought. Raise it, or take it out of ovh-domain.limit.");
        }
        Money total = PlanSummary.of(ledger, file).totalWithTax();
        if (total == null) {
            return Optional.empty();
        }
        Optional<String> run = over(file, total, held.perRun(), "the limit for one file");
        Optional<String> day = over(file, total, held.perDay(), "the limit for one day");
        return run.isPresent() ? run : day.or(() -> overToday(file, total, held));
    }

    /** The rest of the day's limit has to do for the whole plan: half a plan would be a surprise. */
    private Optional<String> overToday(ImportedFile file, Money total, BudgetLimits held) {
        Money dayLimit = held.perDay();
        if (dayLimit == null) {
            return Optional.empty();
        }
        Money left = dayLimit.minus(new LedgerBudget(ledger, new ActiveLeases(), held, "file-" + file.id())
                .standing(dayLimit.currency())
                .today());
        if (total.compareTo(left) <= 0) {
            return Optional.empty();
        }
        return Optional.of("The plan of " + file.name() + " costs " + total + " with tax; of the limit for one day of "
                + dayLimit + ", " + left + " is left today. Nothing was bought. Raise the limit, or give the same"
                + " command tomorrow.");
    }

    private static Optional<String> over(ImportedFile file, Money total, Money limit, String which) {
        if (limit == null || total.compareTo(limit) <= 0) {
            return Optional.empty();
        }
        return Optional.of("The plan of " + file.name() + " costs " + total + " with tax, which is over " + which
                + " of " + limit + ". Nothing was bought. Raise the limit, or drop a smaller file.");
    }

    /** Whether any row of the file is still to be bought, or may be again: limits are for those. */
    private boolean buys(long fileId) {
        return !ledger.requests()
                .costly(
                        fileId,
                        0,
                        EnumSet.of(
                                RequestState.PLANNED,
                                RequestState.APPROVED,
                                RequestState.EXECUTING,
                                RequestState.UNFINISHED),
                        1)
                .isEmpty();
    }
}
