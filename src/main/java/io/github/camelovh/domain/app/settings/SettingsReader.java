// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.Ownership;
import io.github.camelovh.domain.dns.RecordType;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.quartz.CronExpression;

/** Converts properties to {@link ApplicationSettings}, and lists all errors at once. */
public final class SettingsReader {
    private static final String PREFIX = "ovh-domain.";
    private static final String CONFIGURATION = PREFIX + "order.configuration.";
    private static final Set<String> KEYS = keys(
            "data",
            "inbox",
            "encoding",
            "currency",
            "subsidiary",
            "ledger.url",
            "ledger.user",
            "ledger.password",
            "ledger.lease",
            "ledger.key",
            "limit.item",
            "limit.run",
            "limit.day",
            "approve.fourEyes",
            "order.width",
            "order.premium",
            "order.aftermarket",
            "order.attempts",
            "delivery.every",
            "delivery.patience",
            "transfer.patience",
            "transfer.carryZone",
            "release.certificate",
            "release.relockAfter",
            "zones.apply",
            "zones.ownedNames",
            "zones.ownedPrefixes",
            "zones.ownedTypes",
            "drift.cron",
            "renewal.policy",
            "renewal.cron",
            "renewal.approve",
            "archive.keep",
            "plan.showPersonal");

    private final Properties properties;
    private final List<String> problems = new ArrayList<>();

    private static Set<String> keys(String... fixed) {
        Set<String> keys = new HashSet<>(List.of(fixed));
        for (Guard guard : Guard.values()) {
            keys.add("zones." + guard.option());
        }
        keys.addAll(NotificationSettingsReader.KEYS);
        return Set.copyOf(keys);
    }

    private SettingsReader(Properties properties) {
        this.properties = properties;
    }

    /**
     * Reads the settings of the application; other keys (Camel's own) are ignored.
     *
     * @param workingFolder a relative data folder is in it
     * @throws SettingsException with each wrong key, its value and the allowed values
     */
    public static ApplicationSettings read(Properties properties, AppHome home, Path workingFolder) {
        SettingsReader reader = new SettingsReader(properties);
        reader.refuseUnknown();
        ApplicationSettings settings = reader.settings(home, workingFolder);
        if (!reader.problems.isEmpty()) {
            throw new SettingsException(
                    "The settings are not valid; nothing was started. " + String.join(". ", reader.problems) + ".");
        }
        return settings;
    }

    private void refuseUnknown() {
        Set<String> unknown = new TreeSet<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PREFIX)
                    && !key.startsWith(CONFIGURATION)
                    && !key.startsWith(UserActionsReader.PREFIX)
                    && !KEYS.contains(key.substring(PREFIX.length()))) {
                unknown.add(key);
            }
        }
        unknown.forEach(key -> problems.add(key + " is not a setting; config/application.properties has all settings"));
    }

    private ApplicationSettings settings(AppHome home, Path workingFolder) {
        String currency = choice("currency", "EUR", Function.identity(), "three capital letters", "[A-Z]{3}");
        return new ApplicationSettings(
                home,
                workingFolder.resolve(value("data", "data")).toAbsolutePath().normalize(),
                file("inbox", workingFolder),
                encoding(),
                currency,
                choice("subsidiary", "FR", Function.identity(), "two capital letters, such as FR", "[A-Z]{2,6}"),
                new ApplicationSettings.LedgerAddress(
                        value("ledger.url", ""),
                        value("ledger.user", "sa"),
                        value("ledger.password", ""),
                        duration("ledger.lease", "PT10M"),
                        file("ledger.key", workingFolder)),
                new ApplicationSettings.Limits(
                        limit("item", currency), limit("run", currency), limit("day", currency), false, false),
                flag("approve.fourEyes"),
                new ApplicationSettings.Ordering(
                        choice("order.width", "8", Integer::valueOf, "a number from 1 to 64", "[1-9]|[1-5]\\d|6[0-4]"),
                        configuration(),
                        names("order.premium"),
                        names("order.aftermarket"),
                        choice("order.attempts", "5", Integer::valueOf, "a number from 1 to 99", "[1-9]\\d?")),
                new ApplicationSettings.Delivery(
                        duration("delivery.every", "PT1M"), duration("delivery.patience", "PT24H")),
                new ApplicationSettings.Transfers(
                        duration("transfer.patience", "P60D"),
                        flag("transfer.carryZone", "true"),
                        file("release.certificate", workingFolder),
                        duration("release.relockAfter", "P5D")),
                new ZoneRules(flag("zones.apply"), guards(), ownership()),
                cron("drift.cron"),
                new NotificationSettingsReader(this::value, problems::add).read(duration("notify.mail.every", "PT15M")),
                renewals(home, workingFolder),
                new UserActionsReader(properties, problems::add).read(workingFolder),
                new ApplicationSettings.Privacy(duration("archive.keep", "P30D"), flag("plan.showPersonal")));
    }

    private String value(String key, String usual) {
        String text = properties.getProperty(PREFIX + key, "").strip();
        return text.isEmpty() ? usual : text;
    }

    private Charset encoding() {
        String name = value("encoding", "");
        if (name.isEmpty()) {
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            problem("encoding", name, "the name of an encoding, such as windows-1252, ISO-8859-15 or UTF-16LE");
            return null;
        }
    }

    private <T> T choice(String key, String usual, Function<String, T> parse, String allowed, String pattern) {
        String text = value(key, usual);
        if (!text.matches(pattern)) {
            problem(key, text, allowed);
            return parse.apply(usual);
        }
        return parse.apply(text);
    }

    private Duration duration(String key, String usual) {
        String text = value(key, usual);
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // reported below, with the other problems
        }
        problem(key, text, "a time such as PT30S, PT10M or PT24H");
        return Duration.parse(usual);
    }

    /** An amount, in the account's currency if it has none; 0 and an empty value mean that there is no limit. */
    private Money limit(String key, String currency) {
        String text = value("limit." + key, "0");
        try {
            Money money = money(text, currency);
            if (money.amount().signum() >= 0 && money.currency().equals(currency)) {
                return money.amount().signum() == 0 ? null : money;
            }
        } catch (IllegalArgumentException e) {
            // reported below, with the other problems
        }
        problem("limit." + key, text, "an amount in " + currency + ", such as 100 or 100.00 " + currency);
        return null;
    }

    /**
     * Parses {@code 100} or {@code 100 EUR}.
     *
     * @throws IllegalArgumentException if the text is neither
     */
    public static Money money(String text, String currency) {
        return Money.of(text.strip().matches("\\S+") ? text.strip() + " " + currency : text);
    }

    private Map<String, String> configuration() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            String text = properties.getProperty(key).strip();
            if (key.startsWith(CONFIGURATION) && !text.isEmpty()) {
                labels.put(key.substring(CONFIGURATION.length()), text);
            }
        }
        return labels;
    }

    private Set<String> names(String key) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : words(key)) {
            try {
                names.add(DomainName.of(name).ascii());
            } catch (IllegalArgumentException e) {
                problem(key, name, "names separated by commas (" + e.getMessage() + ")");
            }
        }
        return names;
    }

    private boolean flag(String key) {
        return flag(key, "false");
    }

    private boolean flag(String key, String usual) {
        return choice(key, usual, Boolean::valueOf, "true or false", "true|false");
    }

    /** A file by its path, relative to the working folder; null if none is set. */
    private Path file(String key, Path workingFolder) {
        String text = value(key, "");
        return text.isEmpty()
                ? null
                : workingFolder.resolve(text).toAbsolutePath().normalize();
    }

    private GuardSettings guards() {
        GuardSettings guards = GuardSettings.DEFAULT;
        for (Guard guard : Guard.values()) {
            String key = "zones." + guard.option();
            String text = value(key, "");
            if (!guard.isNumber()) {
                guards = flag(key) ? guards.opening(guard) : guards;
            } else if (!text.isEmpty()) {
                try {
                    guards = guards.with(guard, Integer.parseInt(text));
                } catch (IllegalArgumentException e) {
                    problem(
                            key,
                            text,
                            guard.option().endsWith("Percent") ? "a number from 0 to 100" : "a number from 0");
                }
            }
        }
        return guards;
    }

    private Ownership ownership() {
        Set<RecordType> types = EnumSet.noneOf(RecordType.class);
        for (String word : words("zones.ownedTypes")) {
            RecordType.named(word)
                    .ifPresentOrElse(
                            types::add, () -> problem("zones.ownedTypes", word, "types such as A, AAAA, MX, TXT"));
        }
        return new Ownership(words("zones.ownedNames"), words("zones.ownedPrefixes"), types);
    }

    private Set<String> words(String key) {
        Set<String> words = new LinkedHashSet<>(List.of(value(key, "").split("[,\\s]+", -1)));
        words.remove("");
        return words;
    }

    private ApplicationSettings.Renewals renewals(AppHome home, Path workingFolder) {
        Path policy = file("renewal.policy", workingFolder);
        String approve = value("renewal.approve", "person");
        if (!approve.equals("person") && !approve.equals("policy")) {
            problem("renewal.approve", approve, "person or policy");
        }
        return new ApplicationSettings.Renewals(
                policy == null ? home.config().resolve("renewal-policy.yaml") : policy,
                cron("renewal.cron"),
                approve.equals("policy"));
    }

    private String cron(String key) {
        String text = value(key, "");
        if (!text.isEmpty() && !CronExpression.isValidExpression(text)) {
            problem(key, text, "a Quartz cron expression with six fields, such as 0 0 6 * * ?");
        }
        return text;
    }

    private void problem(String key, String text, String allowed) {
        problems.add(PREFIX + key + " is \"" + text + "\" but must be " + allowed);
    }
}
