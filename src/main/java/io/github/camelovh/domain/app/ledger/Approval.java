// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

/** What became of an approval. Only {@link Given} lets anything be bought. */
public sealed interface Approval {

    /** One method for each kind, so that a new kind is handled everywhere or does not compile. */
    interface Cases<T> {
        T given(Given approval);

        T givenBefore(GivenBefore approval);

        T otherPlan(OtherPlan approval);

        T changed(Changed approval);

        T ended(Ended approval);

        T noPlan(NoPlan approval);
    }

    /** Calls the method of this kind. */
    <T> T match(Cases<T> cases);

    /**
     * The plan is approved.
     *
     * @param requests how many requests may now be bought
     */
    record Given(int requests) implements Approval {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.given(this);
        }
    }

    /**
     * This very plan was approved before; nothing was changed.
     *
     * @param by who approved it
     */
    record GivenBefore(String by) implements Approval {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.givenBefore(this);
        }
    }

    /**
     * The code is not that of the plan; nothing was approved.
     *
     * @param planCode the code that the plan has
     */
    record OtherPlan(String planCode) implements Approval {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.otherPlan(this);
        }
    }

    /** What is in the ledger is not what the plan was closed with; nothing was approved. */
    record Changed() implements Approval {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.changed(this);
        }
    }

    /**
     * It was rejected, cancelled or replaced before; nothing was approved.
     *
     * @param cancelled by whom and why
     */
    record Ended(ImportedFile.Cancelled cancelled) implements Approval {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ended(this);
        }
    }

    /**
     * There is no plan to approve; nothing was approved.
     *
     * @param state where the file stands
     */
    record NoPlan(FileState state) implements Approval {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.noPlan(this);
        }
    }
}
