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
package io.github.camelovh.domain.app.product;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.app.desk.Alarm;
import io.github.camelovh.domain.app.desk.ApprovalAnswer;
import io.github.camelovh.domain.app.desk.ApprovalDesk;
import io.github.camelovh.domain.app.desk.StatusDesk;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what other processes on this machine ask the one that holds the ledger, see {@link ControlNotes}. Thread-safe.
 */
public final class ControlDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ControlDesk.class);

    private final ApprovalDesk approvals;
    private final StatusDesk status;
    private final Alarm alarm;

    ControlDesk(ApprovalDesk approvals, StatusDesk status, Alarm alarm) {
        this.approvals = approvals;
        this.status = status;
        this.alarm = alarm;
    }

    /**
     * Answers a note.
     *
     * @param note as {@link ControlNotes} wrote it
     * @return the answer's text
     */
    public String answer(String note) {
        List<String> lines = note.lines().limit(3).map(String::strip).toList();
        String asked = lines.isEmpty() ? "" : lines.get(0);
        if (asked.equals(ControlNotes.APPROVE)
                && lines.size() == 3
                && lines.get(1).matches("[0-9a-f]{8,64}")) {
            ApprovalAnswer answer = approvals.approve(lines.get(1), lines.get(2));
            return (answer.given() ? ControlNotes.YES : ControlNotes.NO) + "\n" + answer.sentence() + "\n";
        }
        if (asked.equals(ControlNotes.STATUS) && lines.size() == 3) {
            boolean json = lines.get(2).equals("json");
            String what = lines.get(1);
            return ControlNotes.YES + "\n"
                    + (what.matches("\\d{1,6}") ? status.files(Integer.parseInt(what), json) : status.name(what, json));
        }
        return ControlNotes.NO + "\nThat is no note that ovh-domain wrote; nothing was done.\n";
    }

    /** Notes that a file could not be taken. */
    public void fileFailed(Exception error) {
        if (error instanceof OvhAuthenticationException || error instanceof OvhMissingRightException) {
            alarm.raise((OvhApiException) error);
        }
        LOG.info("The file was not planned: {}", error.getMessage());
    }
}
