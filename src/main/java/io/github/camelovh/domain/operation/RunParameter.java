// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.order.Budget;

/** The parameter that says what a change is carried out under: approval, journal, budget, and the step that it stands at. */
final class RunParameter {
    static final Parameter PARAMETER = Parameter.local("run", CompositeInput.OBJECT, false);

    private RunParameter() {}

    /**
     * The run that the caller gave; one without approval and journal where there was none.
     *
     * @param budget of a run that the caller did not give
     * @throws WrongUsageException if it is something else
     */
    static ChangeRun of(CompositeInput in, Budget budget) {
        Object given = in.value(PARAMETER.name()).orElse(null);
        if (given == null) {
            return ChangeRun.withoutApproval(budget);
        }
        if (given instanceof ChangeRun run) {
            return run;
        }
        throw new WrongUsageException("parameter \"run\" has to be an " + ChangeRun.class.getName()
                + " of the same program; nothing was changed");
    }

    /** The run of a change that costs nothing. */
    static ChangeRun of(CompositeInput in) {
        return of(in, null);
    }
}
