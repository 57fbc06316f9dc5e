// SPDX-License-Identifier: Apache-2.0
/**
 * What is told of the moves of the ledger, and to whom: events as JSON, a file a day, mail, a webhook. No secret and no cell
 * of a row is ever in it.
 */
package io.github.camelovh.domain.app.notification;
