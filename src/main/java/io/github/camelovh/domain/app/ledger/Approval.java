/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.ledger;

/** What became of an approval. Only {@link Given} lets anything be bought. */
public sealed interface Approval {
    /**
     * The plan is approved.
     *
     * @param requests how many requests may now be bought
     */
    record Given(int requests) implements Approval {}

    /** This very plan was approved before; nothing was changed. */
    record GivenBefore() implements Approval {}

    /**
     * The digest is not that of the plan; nothing was approved.
     *
     * @param planDigest the digest that the plan has
     */
    record OtherPlan(String planDigest) implements Approval {}

    /**
     * There is no plan to approve; nothing was approved.
     *
     * @param state where the file stands
     */
    record NoPlan(FileState state) implements Approval {}
}
