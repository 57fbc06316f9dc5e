// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.order.Budget;
import java.time.Duration;

/** Parameters that say what a change is carried out under: approval, journal, budget, the step that it stands at; and pauses. */
final class RunParameter {
    /** Without it nobody is asked for an approval. */
    static final Parameter OPTIONAL = Parameter.limit("run", CompositeInput.OBJECT, null);

    /** For what looks at a change that was begun. */
    static final Parameter REQUIRED =
            Parameter.limit("run", CompositeInput.OBJECT, null).needed();

    /** How long to wait between two looks at what is awaited. */
    static final Parameter PAUSE = Parameter.wish("pause", CompositeInput.WAIT);

    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);

    private RunParameter() {}

    /**
     * The run of a change that costs nothing; one without approval and journal where there was none.
     *
     * @throws WrongUsageException if it is something else
     */
    static ChangeRun of(CompositeInput in) {
        Object given = in.value(OPTIONAL.name()).orElse(null);
        if (given == null) {
            return ChangeRun.withoutApproval(null);
        }
        if (given instanceof ChangeRun run) {
            return run;
        }
        throw new WrongUsageException("parameter \"run\" has to be an object of type " + ChangeRun.class.getName()
                + ", made by the program; nothing was changed");
    }

    /**
     * The run of a change that may cost something. Its money comes from its own budget, else from that of the endpoint.
     *
     * @param budget of the endpoint
     * @param limited whether that one was given
     * @return a run without a budget where nothing limits the price: neither a budget nor {@code maxPrice}
     * @throws WrongUsageException if it is no run
     */
    static ChangeRun paying(CompositeInput in, Budget budget, boolean limited) {
        ChangeRun run = of(in);
        return run.budget() != null || (!limited && in.text("maxPrice").isEmpty())
                ? run
                : new ChangeRun(run.approved(), run.step(), run.journal(), budget);
    }

    /**
     * The same, for what always costs something.
     *
     * @param notDone what was not done where nothing limits the price
     * @throws WrongUsageException if nothing limits the price, or it is no run
     */
    static ChangeRun paying(CompositeInput in, Budget budget, boolean limited, String notDone) {
        ChangeRun run = paying(in, budget, limited);
        if (run.budget() == null) {
            throw new WrongUsageException(notDone + ": there is no limit to its price. Set maxPrice (tax included), or"
                    + " give the component a budget");
        }
        return run;
    }

    static Duration pause(CompositeInput in) {
        return in.<Duration>value(PAUSE.name()).orElse(USUAL_PAUSE);
    }
}
