// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.job.RenewalsRun;
import io.github.camelovh.domain.app.renewal.NameScan;
import io.github.camelovh.domain.app.renewal.Outlook;
import io.github.camelovh.domain.app.renewal.RenewalPlanner;
import io.github.camelovh.domain.app.renewal.RenewalsScan;
import io.github.camelovh.domain.app.renewal.forecast.ForecastFiles;
import io.github.camelovh.domain.app.renewal.forecast.ForecastSum;
import io.github.camelovh.domain.app.renewal.forecast.RenewalPrices;
import io.github.camelovh.domain.app.renewal.policy.PolicyFile;
import io.github.camelovh.domain.app.renewal.policy.RenewalPolicy;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.SettingsException;
import io.github.camelovh.domain.contact.OwnerContact;
import io.github.camelovh.domain.portfolio.HeldName;
import io.github.camelovh.domain.renewal.KnownRenewals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The portfolio as a whole, without workflows. To be closed. */
public final class PortfolioServices implements AutoCloseable {
    private final Connection connection;
    private final ApplicationSettings settings;
    private final Clock clock;

    private PortfolioServices(Connection connection, ApplicationSettings settings, Clock clock) {
        this.connection = connection;
        this.settings = settings;
        this.clock = clock;
    }

    /** Connects with the settings of the component that are among these properties. */
    public static PortfolioServices open(ApplicationSettings settings, Properties properties) throws Exception {
        return new PortfolioServices(Connection.open(properties), settings, Clock.system(ZoneId.systemDefault()));
    }

    /** Reads all names; see {@link NameScan#each}. */
    public NameScan.Outcome scan(Consumer<HeldName> each) {
        return new NameScan(connection.endpoints()).each(each);
    }

    /** All owner contacts of the account, one call. */
    public List<OwnerContact> owners() {
        return connection.endpoints().call("contact", "listOwners", Map.of()).listOf(OwnerContact.class);
    }

    /** Today at OVHcloud. */
    public LocalDate today() {
        long ahead = connection.endpoints().call("api", "clockSkew", Map.of()).as(Long.class);
        return LocalDate.ofInstant(clock.instant().plusSeconds(ahead), clock.getZone());
    }

    /**
     * The policy of this installation.
     *
     * @throws SettingsException if there is none
     * @throws io.github.camelovh.domain.app.renewal.policy.PolicyException if something in it is wrong
     */
    public RenewalPolicy policy() {
        return policyOf(settings);
    }

    static RenewalPolicy policyOf(ApplicationSettings settings) {
        Path file = settings.renewals().policy();
        if (!Files.exists(file)) {
            throw new SettingsException("There is no renewal policy: " + file
                    + " is not there. Nothing was read; write one, or take the one of the distribution.");
        }
        return PolicyFile.read(file, settings.currency());
    }

    /**
     * For looking at names through the policy.
     *
     * @param policy says what is wished
     * @param knownRenewals which renewals were ordered before
     * @param underWay whether a row of a name is being done, or waits
     */
    public RenewalsScan look(RenewalPolicy policy, KnownRenewals knownRenewals, Predicate<DomainName> underWay) {
        return new RenewalsScan(
                connection.endpoints(), policy, new RenewalPlanner(policy, knownRenewals, underWay, today()));
    }

    /**
     * Begins a look at all names, each of which is to be added.
     *
     * @param target the file of what is to be done
     * @param each takes what becomes of each name, besides
     */
    public RenewalsRun begin(RenewalsScan scan, Path target, Consumer<Outlook> each) throws IOException {
        PrivateFiles.folder(target.getParent());
        Path folder = PrivateFiles.folder(settings.forecastFolder());
        LocalDate today = today();
        ForecastSum sum = new ForecastSum(today, new RenewalPrices(scan::offers));
        return new RenewalsRun(scan, today, target, new ForecastFiles(folder, sum, clock.instant()), each);
    }

    @Override
    public void close() {
        connection.close();
    }
}
