// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.row.UserAction;
import io.github.camelovh.domain.app.zonefile.ZoneRules;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the product can be told, checked as a whole.
 *
 * @param home where routes and configuration lie
 * @param data where ledger, inbox and outbox lie
 * @param sharedInbox the inbox that several nodes may watch; null for one in the data folder, of this node alone
 * @param encoding of dropped files without a byte order mark; null for UTF-8
 * @param currency currency of the account, three capital letters
 * @param subsidiary the OVHcloud company that sells, for example {@code FR}
 * @param ledger where the ledger is
 * @param limits what may be spent
 * @param fourEyes whether somebody else than who dropped a file has to approve its plan
 * @param ordering how is bought
 * @param delivery how delivery is awaited
 * @param transfers how names move
 * @param zones how far dropped zone files may go
 * @param driftCron when zones are compared with what they were led to, as Quartz writes it; empty: never
 * @param notices who is told of what happens
 * @param renewals what becomes of names when they expire
 * @param userActions actions of the user's own
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
        List<UserAction> userActions) {

    public ApplicationSettings {
        userActions = List.copyOf(userActions);
    }

    /**
     * What becomes of names when they expire.
     *
     * @param policy the file of rules
     * @param cron when `run` looks at all names, as Quartz writes it; empty: never
     * @param approved whether the plan of such a look is approved by the policy, within the money limits; if not, by a person
     */
    public record Renewals(Path policy, String cron, boolean approved) {}

    /**
     * Where the ledger is.
     *
     * @param url JDBC address; empty for an H2 file in the data folder
     * @param user its user
     * @param password its password, a secret
     * @param lease how long a worker's hold on a row lasts without a sign of life
     * @param key file of the key that auth codes are sealed with; null for one in the data folder
     */
    public record LedgerAddress(String url, String user, String password, Duration lease, Path key) {
        @Override
        public String toString() {
            return "LedgerAddress[user=" + user + ", password=***, lease=" + lease + "]";
        }
    }

    /**
     * What may be spent, tax included; null where no limit is set.
     *
     * @param item for one name
     * @param run for one file
     * @param day for one day, all files and all nodes together
     * @param runGiven whether the limit for one file was given for the one file that is imported
     * @param approving whether that file is imported to approve, by its code, a plan that was shown before
     */
    public record Limits(Money item, Money run, Money day, boolean runGiven, boolean approving) {
        /** As the ledger counts them. */
        public BudgetLimits now() {
            return new BudgetLimits(item, run, day);
        }
    }

    /**
     * How is bought. What concerns one purchase (time-outs, payment) is an option of the component.
     *
     * @param width names that are priced or bought at the same time
     * @param configuration labels and values that every order carries unless its row says otherwise
     * @param premium names whose premium price may be paid, in ASCII form
     * @param aftermarket names that may be bought from a third party, in ASCII form
     * @param attempts how often a purchase is begun anew after a passing fault
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
     * How delivery is awaited.
     *
     * @param every how often the account is looked at
     * @param patience how long an ordered name may take before a person has to look
     */
    public record Delivery(Duration every, Duration patience) {}

    /**
     * How names move.
     *
     * @param patience how long a transfer to OVHcloud may take before a person has to look
     * @param carryZone whether a transfer has to say how its name stays reachable
     * @param certificate whom auth codes of names that leave are sealed for; null: none is handed over
     * @param relockAfter a released name whose transfer has not begun by then is locked again
     */
    public record Transfers(Duration patience, boolean carryZone, Path certificate, Duration relockAfter) {}

    /**
     * These settings for the one file that is imported.
     *
     * @param runGiven whether the limit for one file was given for it
     * @param approving whether a plan of it that was shown before is approved by its code
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
                userActions);
    }

    /** The folder that is watched. */
    public Path inbox() {
        return sharedInbox == null ? data.resolve("inbox") : sharedInbox;
    }

    /** The folder of what is told. */
    public Path events() {
        return data.resolve("events");
    }

    /** The folder that zone files are dropped in. */
    public Path zoneFolder() {
        return data.resolve("zones");
    }

    /** The folder of zone files that are served at OVHcloud before their names move there. */
    public Path carryFolder() {
        return data.resolve("carry");
    }

    /** The key that auth codes are sealed with in the ledger; nodes that share a ledger share it. */
    public Path ledgerKey() {
        return ledger.key() == null ? data.resolve("ledger.key") : ledger.key();
    }

    /** The folder that sealed auth codes go to. */
    public Path codeFolder() {
        return outbox().resolve("codes");
    }

    /** Where runs of renewals write what they want done. */
    public Path renewalFolder() {
        return data.resolve("renewals");
    }

    /** Where the forecast of all names lies. */
    public Path forecastFolder() {
        return data.resolve("forecast");
    }

    /** The folder that results go to. */
    public Path outbox() {
        return data.resolve("outbox");
    }

    /** The folder by which other processes talk to the one that holds the ledger. */
    public Path control() {
        return data.resolve("control");
    }
}
