// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.transfer;

/** A zone cannot be carried as a row wants it; nothing was ordered for its name. */
public final class CarryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String whatToDo;

    /** @param whatToDo how the operator gets it done */
    public CarryRefusedException(String message, String whatToDo) {
        super(message);
        this.whatToDo = whatToDo;
    }

    /** How the operator gets it done. */
    public String whatToDo() {
        return whatToDo;
    }
}
