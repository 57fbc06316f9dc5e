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
    /** It will be changed once the plan is approved; that costs nothing. */
    CHANGE("change"),
    /** The name is ours, or as wished, already: nothing is done. */
    NOTHING_TO_DO("nothing to do"),
    /** It will not be done, for the reason given. */
    REFUSED("refused"),
    /** What it costs or changes could not be found out. */
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
