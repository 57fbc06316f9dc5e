// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.api.model.DomainName;
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
import io.github.camelovh.domain.contact.OwnerContacts;
import io.github.camelovh.domain.portfolio.HeldName;
import io.github.camelovh.domain.portfolio.PortfolioScan;
import io.github.camelovh.domain.renewal.KnownRenewals;
import io.github.camelovh.domain.renewal.Renewals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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

    /** Reads all names; see {@link PortfolioScan#scan}. */
    public PortfolioScan.Outcome scan(Consumer<HeldName> each) {
        return new PortfolioScan(connection.api()).scan(each);
    }

    /** All owner contacts of the account, one call. */
    public List<OwnerContact> owners() {
        return new OwnerContacts(connection.api()).all();
    }

    /** Today at OVHcloud. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant().plus(connection.api().clock().skew()), clock.getZone());
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
        return new RenewalsScan(connection.api(), policy, new RenewalPlanner(policy, knownRenewals, underWay, today()));
    }

    /** For a forecast of today. */
    public ForecastFiles forecast() throws IOException {
        Path folder = Files.createDirectories(settings.forecastFolder());
        RenewalPrices prices = new RenewalPrices(new Renewals(connection.api())::offers);
        return new ForecastFiles(folder, new ForecastSum(today(), prices), clock.instant());
    }

    @Override
    public void close() {
        connection.close();
    }
}
