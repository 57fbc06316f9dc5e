// SPDX-License-Identifier: Apache-2.0
/**
 * Notifications about the state changes in the ledger: events as JSON, a file for each day, mail, a webhook.
 *
 * <p>Read {@link io.github.camelovh.domain.app.notification.CloudEvent} first, then {@link
 * io.github.camelovh.domain.app.notification.EventFolder}. Never in an event: secrets and cells of rows.
 */
package io.github.camelovh.domain.app.notification;
