// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

/** The form of an answer. */
public enum AnswerForm {
    /** A record of {@code api.model} if there is one for the answer's type, else as {@link #MAP}. */
    RECORD,
    /** Plain Java maps, lists, texts, numbers; contains every member that the API sent. */
    MAP,
    /** A Jackson tree; contains every member that the API sent. */
    TREE
}
