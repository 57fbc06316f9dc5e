// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import io.github.camelovh.domain.api.model.HoldsSecret;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.row.UserAction;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All settings of the application, validated together.
 *
 * @param home where routes and configuration are
 * @param data the folder of ledger, inbox and outbox
 * @param sharedInbox the inbox that several nodes may watch; null for one in the data folder, for this node alone
 * @param encoding of dropped files without a byte order mark; null for UTF-8
 * @param currency currency of the account, three capital letters
 * @param subsidiary the OVHcloud company that sells, for example {@code FR}
 * @param ledger the database of the ledger
 * @param limits money limits
 * @param fourEyes whether another person than the one who dropped a file must approve its plan
 * @param ordering settings of purchases
 * @param delivery settings of the wait for delivery
 * @param transfers settings of transfers
 * @param zones what dropped zone files may change
 * @param driftCron when zones are compared with the files that were applied last, as a Quartz cron expression; empty:
 * never
 * @param notices who is notified
 * @param renewals settings of renewals
 * @param userActions the user's own actions
 * @param privacy what is kept, and shown
 */
public record ApplicationSettings(
        AppHome home,
        Path data,
        Path sharedInbox,
        Charset encoding,
        String currency,
        String subsidiary,
        LedgerAddress ledger,
        Limits limits,
        boolean fourEyes,
        Ordering ordering,
        Delivery delivery,
        Transfers transfers,
        ZoneRules zones,
        String driftCron,
        NotificationSettings notices,
        Renewals renewals,
        List<UserAction> userActions,
        Privacy privacy) {

    public ApplicationSettings {
        userActions = List.copyOf(userActions);
    }

    /**
     * What is kept of dropped files, and shown of persons.
     *
     * @param archiveKeep how long processed files are kept
     * @param showPersonal whether plans show what describes a person
     */
    public record Privacy(Duration archiveKeep, boolean showPersonal) {}

    /**
     * The settings of renewals.
     *
     * @param policy the file of rules
     * @param cron when `run` checks all names, as a Quartz cron expression; empty: never
     * @param approved whether the policy approves the plan of such a run, within the money limits; if not, a person
     * does
     */
    public record Renewals(Path policy, String cron, boolean approved) {}

    /**
     * The database of the ledger.
     *
     * @param url JDBC address; empty for an H2 file in the data folder
     * @param user its user
     * @param password its password, a secret
     * @param lease how long a worker keeps a row without a heartbeat
     * @param key file of the key that encrypts auth codes; null for one in the data folder
     */
    @HoldsSecret
    public record LedgerAddress(String url, String user, String password, Duration lease, Path key) {
        @Override
        public String toString() {
            return "LedgerAddress[user=" + user + ", password=***, lease=" + lease + "]";
        }
    }

    /**
     * The money limits, tax included; null for no limit.
     *
     * @param item for one name
     * @param run for one file
     * @param day for one day, all files and all nodes together
     * @param runGiven whether the limit for one file was given for the imported file
     * @param approving whether the import approves, by its code, a plan that was shown before
     */
    public record Limits(Money item, Money run, Money day, boolean runGiven, boolean approving) {
        /** In the form of the ledger. */
        public BudgetLimits now() {
            return new BudgetLimits(item, run, day);
        }
    }

    /**
     * The settings of purchases. Options of single purchases (time-outs, payment) belong to the component.
     *
     * @param width names that are priced or bought at the same time
     * @param configuration labels and values for every order, unless its row has other values
     * @param premium names that may be bought at a premium price, in ASCII form
     * @param aftermarket names that may be bought from a third party, in ASCII form
     * @param attempts how often a purchase is retried after a temporary error
     */
    public record Ordering(
            int width, Map<String, String> configuration, Set<String> premium, Set<String> aftermarket, int attempts) {
        public Ordering {
            configuration = Map.copyOf(configuration);
            premium = Set.copyOf(premium);
            aftermarket = Set.copyOf(aftermarket);
        }
    }

    /**
     * The settings of the wait for delivery.
     *
     * @param every the pause between two checks of the account
     * @param patience how long delivery may take before a person must check
     */
    public record Delivery(Duration every, Duration patience) {}

    /**
     * The settings of transfers.
     *
     * @param patience how long a transfer to OVHcloud may take before a person must check
     * @param carryZone whether a transfer must say how its name stays reachable
     * @param certificate encrypts the auth codes of outgoing names; null: no code is written
     * @param relockAfter after this time, a released name is locked again if its transfer has not begun
     */
    public record Transfers(Duration patience, boolean carryZone, Path certificate, Duration relockAfter) {}

    /**
     * These settings for one imported file.
     *
     * @param runGiven whether the limit for one file was given for it
     * @param approving whether the import approves, by its code, a plan that was shown before
     */
    public ApplicationSettings forOneFile(boolean runGiven, boolean approving) {
        Limits given = new Limits(limits.item(), limits.run(), limits.day(), runGiven, approving);
        return new ApplicationSettings(
                home,
                data,
                sharedInbox,
                encoding,
                currency,
                subsidiary,
                ledger,
                given,
                fourEyes,
                ordering,
                delivery,
                transfers,
                zones,
                driftCron,
                notices,
                renewals,
                userActions,
                privacy);
    }

    /** The watched folder. */
    public Path inbox() {
        return sharedInbox == null ? data.resolve("inbox") : sharedInbox;
    }

    /** The folder of events. */
    public Path events() {
        return data.resolve("events");
    }

    /** The folder for dropped zone files. */
    public Path zoneFolder() {
        return data.resolve("zones");
    }

    /** The report of zones that somebody changed. */
    public Path drift() {
        return outbox().resolve("drift.txt");
    }

    /** The folder of zone files that OVHcloud serves before their names move there. */
    public Path carryFolder() {
        return data.resolve("carry");
    }

    /** The key that encrypts auth codes in the ledger; nodes that share a ledger share it. */
    public Path ledgerKey() {
        return ledger.key() == null ? data.resolve("ledger.key") : ledger.key();
    }

    /** The folder for encrypted auth codes. */
    public Path codeFolder() {
        return outbox().resolve("codes");
    }

    /** The folder for the changes of renewal runs. */
    public Path renewalFolder() {
        return data.resolve("renewals");
    }

    /** The folder of the forecast. */
    public Path forecastFolder() {
        return data.resolve("forecast");
    }

    /** The folder for results. */
    public Path outbox() {
        return data.resolve("outbox");
    }

    /** The folder through which other processes talk to the process that uses the ledger. */
    public Path control() {
        return data.resolve("control");
    }
}
