// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/**
 * What is wrong with a zone file, and where.
 *
 * @param line counted from 1; where a record goes over several lines, its first; 0 when it is about the whole file
 * @param reason a sentence without final stop
 */
public record RecordRefusal(int line, String reason) {

    @Override
    public String toString() {
        return (line == 0 ? "" : "line " + line + ": ") + reason;
    }
}
