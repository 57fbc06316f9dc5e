// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

import io.github.camelovh.domain.api.model.VisibleText;
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
        subject = VisibleText.line(subject);
        text = VisibleText.lines(text);
        events = List.copyOf(events);
    }
}
