// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.transfer;

/**
 * Why a zone cannot be carried as a row wants it.
 *
 * @param why a clause
 * @param whatToDo how the operator gets it done
 */
public record CarryObjection(String why, String whatToDo) {}
