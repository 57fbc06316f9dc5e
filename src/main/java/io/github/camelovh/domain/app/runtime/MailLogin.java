// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.settings.NotificationSettings;
import jakarta.mail.PasswordAuthentication;
import org.apache.camel.component.mail.MailAuthenticator;

/** The account at the mail server; so its password stands in no endpoint. */
final class MailLogin extends MailAuthenticator {
    private final NotificationSettings.Mail mail;

    MailLogin(NotificationSettings.Mail mail) {
        this.mail = mail;
    }

    @Override
    public PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(mail.user(), mail.password());
    }
}
