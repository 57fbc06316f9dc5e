/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.product;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.app.desk.OrderedRenewals;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.policy.PolicyFile;
import io.github.camelovh.domain.app.policy.RenewalPolicy;
import io.github.camelovh.domain.app.renewals.Outlook;
import io.github.camelovh.domain.app.renewals.RenewalPlanner;
import io.github.camelovh.domain.portfolio.HeldName;
import io.github.camelovh.domain.portfolio.PortfolioScan;
import io.github.camelovh.domain.renewal.RenewalDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/** The portfolio as a whole, without workflows. To be closed. */
public final class PortfolioOffice implements AutoCloseable {
    private final Connection connection;
    private final ProductSettings settings;
    private final Clock clock;

    private PortfolioOffice(Connection connection, ProductSettings settings, Clock clock) {
        this.connection = connection;
        this.settings = settings;
        this.clock = clock;
    }

    /** Connects with the settings of the component that are among these properties. */
    public static PortfolioOffice open(ProductSettings settings, Properties properties) throws Exception {
        return new PortfolioOffice(Connection.open(properties), settings, Clock.system(ZoneId.systemDefault()));
    }

    /** Reads all names; see {@link PortfolioScan#scan}. */
    public PortfolioScan.Outcome scan(Consumer<HeldName> each) {
        return new PortfolioScan(connection.api()).scan(each);
    }

    /** Today at OVHcloud. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant().plus(connection.api().clock().skew()), clock.getZone());
    }

    /**
     * The policy of this installation.
     *
     * @throws SettingsException if there is none
     * @throws io.github.camelovh.domain.app.policy.PolicyException if something in it is wrong
     */
    public RenewalPolicy policy() {
        return policyOf(settings);
    }

    static RenewalPolicy policyOf(ProductSettings settings) {
        Path file = settings.renewals().policy();
        if (!Files.exists(file)) {
            throw new SettingsException("There is no renewal policy: " + file
                    + " is not there. Nothing was read; write one, or take the one of the distribution.");
        }
        return PolicyFile.read(file, settings.currency());
    }

    /**
     * What becomes of all names, each given as its page comes in.
     *
     * @param policy says what is wished
     * @param ledger knows what was ordered before
     */
    public PortfolioScan.Outcome outlook(RenewalPolicy policy, Ledger ledger, Consumer<Outlook> each) {
        OrderedRenewals before = new OrderedRenewals(ledger);
        RenewalPlanner planner = new RenewalPlanner(policy, before, before::isUnderWay, today());
        return scan(name -> each.accept(planner.outlook(withAge(policy, name))));
    }

    /**
     * What becomes of one name, whatever was ordered before.
     *
     * @throws io.github.camelovh.domain.api.OvhNotFoundException if the account has no such name
     */
    public Outlook explain(RenewalPolicy policy, DomainName name) {
        String route = "/domain/{serviceName}";
        OvhApi api = connection.api();
        DomainService told = api.send(
                        ApiCall.get(ApiPath.of(route, name.ascii())).onRoute(route, "domain:apiovh:get"))
                .as(DomainService.class);
        return new RenewalPlanner(policy, (any, expiry) -> Optional.empty(), any -> false, today())
                .outlook(withAge(policy, HeldName.of(told)));
    }

    /** One more call for each name, where a rule asks for its age. */
    private HeldName withAge(RenewalPolicy policy, HeldName name) {
        return policy.asksForAge()
                ? name.since(
                        new RenewalDesk(connection.api()).state(name.name()).creation())
                : name;
    }

    @Override
    public void close() {
        connection.close();
    }
}
