// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

/**
 * Reads the notification settings.
 *
 * @param value returns the value of a key without its prefix, or the given default
 * @param problems receives a sentence about each wrong setting, without secrets
 */
record NotificationSettingsReader(BinaryOperator<String> value, Consumer<String> problems) {
    static final List<String> KEYS = List.of(
            "notify.webhook",
            "notify.webhook.secret",
            "notify.mail.to",
            "notify.mail.from",
            "notify.mail.server",
            "notify.mail.security",
            "notify.mail.user",
            "notify.mail.password",
            "notify.mail.what",
            "notify.mail.every",
            "notify.tries");
    /** Standard Webhooks asks for keys of this length. */
    private static final int SHORTEST_KEY = 24;

    private static final int LONGEST_KEY = 64;

    private static final String THIS_MACHINE = "localhost|127(\\.\\d{1,3}){3}|\\[::1]";

    /** One address, without characters that have a meaning in Camel's URIs. */
    private static final String ADDRESS = "[^@\\s,;&?<>(){}\"]+@[^@\\s,;&?<>(){}\"]+";

    NotificationSettings read(Duration every) {
        return new NotificationSettings(webhook(), secret(), mail(every), tries());
    }

    private String secret() {
        String text = value.apply("notify.webhook.secret", "");
        if (text.isEmpty()) {
            return text;
        }
        try {
            String coded = text.substring(NotificationSettings.SECRET_PREFIX.length());
            int length = Base64.getDecoder().decode(coded).length;
            if (text.startsWith(NotificationSettings.SECRET_PREFIX)
                    && length >= SHORTEST_KEY
                    && length <= LONGEST_KEY) {
                return text;
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            // reported below; its message may contain a part of the secret
        }
        problems.accept("ovh-domain.notify.webhook.secret must be " + NotificationSettings.SECRET_PREFIX
                + " and the Base64 of " + SHORTEST_KEY + " to " + LONGEST_KEY
                + " random bytes; openssl rand -base64 32 makes these");
        return "";
    }

    private int tries() {
        String text = value.apply("notify.tries", "8");
        return Integer.parseInt(matching("notify.tries", text, "[1-9]\\d?", "a number from 1 to 99"));
    }

    private URI webhook() {
        String text = value.apply("notify.webhook", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI address = new URI(text);
            boolean here = String.valueOf(address.getHost()).matches(THIS_MACHINE);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches(here ? "https?" : "https")) {
                return address;
            }
        } catch (URISyntaxException e) {
            // reported below; its message contains the address
        }
        problems.accept("ovh-domain.notify.webhook must be an address that begins with https://, because events name"
                + " domains, orders and the codes of plans; only localhost may have http://. If the recipient has no"
                + " TLS, put a proxy with TLS in front of it");
        return null;
    }

    private NotificationSettings.Mail mail(Duration every) {
        String to = value.apply("notify.mail.to", "").replaceAll("\\s", "");
        if (to.isEmpty()) {
            return null;
        }
        return new NotificationSettings.Mail(
                matching("notify.mail.to", to, ADDRESS + "(," + ADDRESS + ")*", "mail addresses, separated by commas"),
                matching("notify.mail.from", value.apply("notify.mail.from", ""), ADDRESS, "a mail address"),
                matching(
                        "notify.mail.server",
                        value.apply("notify.mail.server", "localhost:25"),
                        "[A-Za-z0-9.-]+:\\d{1,5}",
                        "HOST:PORT"),
                NotificationSettings.Security.valueOf(matching(
                                "notify.mail.security",
                                value.apply("notify.mail.security", "starttls"),
                                "none|starttls|tls",
                                "none, starttls or tls")
                        .toUpperCase(Locale.ROOT)),
                value.apply("notify.mail.user", ""),
                value.apply("notify.mail.password", ""),
                matching(
                                "notify.mail.what",
                                value.apply("notify.mail.what", "attention"),
                                "attention|all",
                                "attention or all")
                        .equals("all"),
                every);
    }

    /** The value, or the last allowed word if it is wrong: then nothing is started. */
    private String matching(String key, String text, String pattern, String allowed) {
        if (text.matches(pattern)) {
            return text;
        }
        problems.accept("ovh-domain." + key + " is \"" + text + "\" but must be " + allowed);
        return allowed.substring(allowed.lastIndexOf(' ') + 1);
    }
}
