// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

import java.nio.file.Path;
import java.util.List;

/**
 * A mail.
 *
 * @param subject contains how many names need a person
 * @param text plain text
 * @param events the files of its events
 */
public record MailMessage(String subject, String text, List<Path> events) {
    public MailMessage {
        events = List.copyOf(events);
    }
}
