// SPDX-License-Identifier: Apache-2.0
/** Checks a set-up before it is trusted: keys, rights, ledger, folders, mail and webhook. Changes nothing. */
package io.github.camelovh.domain.app.doctor;
