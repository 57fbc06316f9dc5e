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
package io.github.camelovh.domain.app.result;

/** What the plan says about a row. */
public enum PlanVerdict {
    /** It will be bought once the plan is approved. */
    BUY("buy"),
    /** The name is ours already, or on its way: nothing is bought. */
    NOTHING_TO_DO("nothing to do"),
    /** It will not be bought, for the reason given. */
    REFUSED("refused"),
    /** Its price could not be found out. */
    FAILED("failed");

    private final String text;

    PlanVerdict(String text) {
        this.text = text;
    }

    /** The word that stands in files and tables. */
    public String text() {
        return text;
    }
}
