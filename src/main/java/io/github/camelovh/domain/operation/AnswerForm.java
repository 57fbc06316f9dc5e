// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

/** In what shape an answer is handed out. */
public enum AnswerForm {
    /** A record of {@code api.model} where there is one for the answer's type, else as {@link #MAP}. */
    RECORD,
    /** Plain Java maps, lists, texts, numbers; holds every member that the API sent. */
    MAP,
    /** A Jackson tree; holds every member that the API sent. */
    TREE
}
