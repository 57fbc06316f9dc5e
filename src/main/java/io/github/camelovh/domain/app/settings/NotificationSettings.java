// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import io.github.camelovh.domain.api.model.HoldsSecret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Who is notified, besides the log and the folder {@code events/}.
 *
 * @param webhook the address for events, secret because it may contain a token; null for none
 * @param webhookSecret signs the posted events, a secret: {@link #SECRET_PREFIX} and Base64; empty for none
 * @param mail the mail settings; null for no mail
 * @param tries how often a delivery is tried before it is put aside
 */
@HoldsSecret
public record NotificationSettings(URI webhook, String webhookSecret, Mail mail, int tries) {

    /** For each step of a connection to the mail server: to connect, to get an answer, to write. */
    private static final Duration MAIL_TIME_OUT = Duration.ofSeconds(20);

    /** How a secret for signatures begins, as Standard Webhooks has it. */
    static final String SECRET_PREFIX = "whsec_";

    /** {@return the key that signs the posted events; empty for none} */
    public byte[] webhookKey() {
        return Base64.getDecoder().decode(webhookSecret.replaceFirst("^" + SECRET_PREFIX, ""));
    }

    /** The security of the connection to the mail server. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * The mail settings.
     *
     * @param to addresses, separated by commas
     * @param from the sender's address
     * @param server {@code HOST:PORT}
     * @param security of the connection
     * @param user of the mail server; empty for none
     * @param password its password, a secret
     * @param all whether all events are mailed, or only those that need a person
     * @param every the time between two mails
     */
    @HoldsSecret
    public record Mail(
            String to,
            String from,
            String server,
            Security security,
            String user,
            String password,
            boolean all,
            Duration every) {

        /** Camel's endpoint URI of the mail server, without secrets. */
        public String endpoint() {
            List<String> options = new ArrayList<>(List.of(
                    "to=" + to, "from=" + from, "contentType=text/plain;charset=UTF-8", "useHeaderSubject=true"));
            if (security == Security.STARTTLS) {
                options.add("mail.smtp.starttls.enable=true");
                options.add("mail.smtp.starttls.required=true");
            }
            // Camel sets its time-out for connecting and for each answer, and none for writing.
            options.add("connectionTimeout=" + MAIL_TIME_OUT.toMillis());
            options.add("mail." + (security == Security.TLS ? "smtps" : "smtp") + ".writetimeout="
                    + MAIL_TIME_OUT.toMillis());
            if (!user.isEmpty()) {
                options.add("authenticator=#bean:mailLogin");
            }
            return (security == Security.TLS ? "smtps://" : "smtp://") + server + "?" + String.join("&", options);
        }

        @Override
        public String toString() {
            return "Mail[to=" + to + ", server=" + server + ", password=***]";
        }
    }

    @Override
    public String toString() {
        return "NotificationSettings[webhook=" + (webhook == null ? "none" : "***") + ", mail=" + mail + "]";
    }
}
