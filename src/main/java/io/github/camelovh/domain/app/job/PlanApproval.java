// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.Approval;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerBudget;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a plan be carried out, on a person's word for exactly that plan, and within the limits. Thread-safe.
 */
public final class PlanApproval {
    private static final Logger LOG = LoggerFactory.getLogger(PlanApproval.class);

    private final Ledger ledger;
    private final BudgetLimits limits;

    /**
     * @param limits what is set now; the limits that a plan was shown with hold beside them
     */
    public PlanApproval(Ledger ledger, BudgetLimits limits) {
        this.ledger = ledger;
        this.limits = limits;
    }

    /**
     * Approves the plan with this digest.
     *
     * @param digest as it was shown with the plan
     * @param by who approves, for the audit trail
     * @return what came of it
     */
    public ApprovalAnswer approve(String digest, String by) {
        Optional<ImportedFile> file = ledger.files().latest(Integer.MAX_VALUE).stream()
                .filter(each -> digest.equals(each.planDigest()))
                .findFirst();
        return file.map(found -> approve(found, digest, by))
                .orElseGet(() -> ApprovalAnswer.no("No plan has the digest " + digest
                        + ". Nothing was approved. The plans that wait: " + waiting() + "."));
    }

    /**
     * Approves the plan of one file.
     *
     * @param fileId the file
     * @param digest as it was shown with the plan
     * @param by who approves, for the audit trail
     */
    public ApprovalAnswer approve(long fileId, String digest, String by) {
        return approve(ledger.files().find(fileId).orElseThrow(), digest, by);
    }

    private ApprovalAnswer approve(ImportedFile file, String digest, String by) {
        Optional<String> against = obstacle(file);
        if (against.isPresent() && file.state() == FileState.PLANNED) {
            return ApprovalAnswer.no(against.get());
        }
        Approval approval = ledger.plans().approve(file.id(), digest, by);
        if (approval instanceof Approval.Given given) {
            LOG.info("{}: plan {} approved by {}", file.name(), digest, by);
            return ApprovalAnswer.yes("The plan of " + file.name() + " is approved: " + given.requests()
                    + (given.requests() == 1 ? " row" : " rows") + " may be carried out.");
        }
        if (approval instanceof Approval.OtherPlan other) {
            return ApprovalAnswer.no("The plan of " + file.name() + " is another one by now: its digest is "
                    + other.planDigest() + ", not " + digest + ". Nothing was approved. Read the plan again.");
        }
        if (approval instanceof Approval.NoPlan none) {
            return ApprovalAnswer.no("There is no plan of " + file.name() + " to approve; it is "
                    + none.state().name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        return ApprovalAnswer.yes("The plan of " + file.name() + " was approved before.");
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
        Money total = plannedTotal(file.id());
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

    /** What the rows that wait for approval cost with tax, at least; null if none waits. */
    private Money plannedTotal(long fileId) {
        return ledger.requests()
                .costly(fileId, EnumSet.of(RequestState.PLANNED))
                .map(Request::plan)
                .filter(Objects::nonNull)
                .map(plan -> plan.withTax() == null ? plan.withoutTax() : plan.withTax())
                .reduce(Money::plus)
                .orElse(null);
    }

    private String waiting() {
        List<String> plans = ledger.files().inState(FileState.PLANNED).stream()
                .map(file -> file.name() + " (" + file.planDigest() + ")")
                .toList();
        return plans.isEmpty() ? "none" : String.join(", ", plans);
    }
}
