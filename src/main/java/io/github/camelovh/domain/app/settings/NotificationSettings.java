// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is told of what happens, besides the log and the folder {@code events/}.
 *
 * @param webhook where events are posted to, a secret as it may hold a token; null for nowhere
 * @param webhookSecret signs what is posted, a secret; empty for none
 * @param mail who gets mail; null for nobody
 * @param tries how often a delivery is tried before it is put aside
 */
public record NotificationSettings(URI webhook, String webhookSecret, Mail mail, int tries) {

    /** How the way to the mail server is kept safe. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /**
     * Mail.
     *
     * @param to addresses, separated by commas
     * @param from the address that it comes from
     * @param server {@code HOST:PORT}
     * @param security of the way to it
     * @param user of the mail server; empty for none
     * @param password its password, a secret
     * @param all whether all that happens is mailed, or only what needs a person
     * @param every the time from one mail to the next
     */
    public record Mail(
            String to,
            String from,
            String server,
            Security security,
            String user,
            String password,
            boolean all,
            Duration every) {

        /** Camel's address of the mail server; what is secret is not in it. */
        public String endpoint() {
            List<String> options = new ArrayList<>(List.of(
                    "to=" + to, "from=" + from, "contentType=text/plain;charset=UTF-8", "useHeaderSubject=true"));
            if (security == Security.STARTTLS) {
                options.add("mail.smtp.starttls.enable=true");
                options.add("mail.smtp.starttls.required=true");
            }
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
