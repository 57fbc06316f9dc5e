// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/**
 * A problem in a zone file.
 *
 * @param line counted from 1; the first line of a record with several lines; 0 if it concerns the whole file
 * @param reason a sentence without final stop
 */
public record RecordRefusal(int line, String reason) {

    @Override
    public String toString() {
        return (line == 0 ? "" : "line " + line + ": ") + reason;
    }
}
