// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.FileState;

/**
 * A file on its way through the workflows.
 *
 * @param fileId its number in the ledger
 * @param name its safe name
 * @param state where it stood when this was written
 * @param planCode by which its plan is approved; null while there is none
 */
public record ImportTicket(long fileId, String name, FileState state, String planCode) {}
