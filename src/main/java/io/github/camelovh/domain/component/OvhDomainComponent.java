// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.CredentialSearch;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.operation.CompositeOperations;
import io.github.camelovh.domain.operation.OperationCaller;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.task.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.URISupport;
import org.apache.camel.util.function.Suppliers;

/**
 * Orders and manages domain names at OVHcloud. Its endpoints share one connection pool, one pace and one clock per set
 * of credentials, see {@link ApiPool}. Thread-safe once started.
 */
@Component("ovh-domain")
public class OvhDomainComponent extends HealthCheckComponent implements SSLContextParametersAware {

    /**
     * Names of options and parameters with secrets that Camel would print, because it only knows words such as
     * "secret".
     */
    private static final String UNMASKED_BY_CAMEL =
            "applicationKey,application-key,consumer-key,authInfo,auth-info,authCode,AUTH_INFO,PROTECTED_CODE,param.token";

    /** As above, for what Camel Main prints and for Camel's security policy; Camel knows the other options by itself. */
    private static final String UNKNOWN_TO_CAMEL = "applicationKey,applicationSecret";

    @Metadata(description = "The default options of all endpoints.")
    private OvhDomainConfiguration configuration = new OvhDomainConfiguration();

    @Metadata(description = "The options of the account that endpoints without the option account use.")
    private AccountConfiguration defaultAccount = new AccountConfiguration();

    @Metadata(
            label = "security",
            description =
                    "More accounts, each with a name: accounts.NAME.applicationKey and all other options of an account. An endpoint chooses one by its option account. Each account is complete in itself: it has nothing from the component's own options, from the environment or from ovh.conf.")
    private NamedAccounts accounts = new NamedAccounts();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether the TLS settings of the Camel context are used if sslContextParameters is not set.")
    private boolean useGlobalSslContextParameters;

    private final Clock clock = Clock.systemUTC();
    private final Supplier<OperationCaller> described =
            Suppliers.memorize(() -> new OperationCaller(null, CompositeOperations.described()));
    private ApiPool apis;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        new EndpointOptions(getCamelContext()).check(parameters);
        OvhDomainConfiguration options = configuration.copy();
        OvhDomainEndpoint endpoint = new OvhDomainEndpoint(uri, this, OvhDomainResource.of(remaining), options);
        endpoint.setParameters(PropertiesHelper.extractProperties(parameters, "param."));
        setProperties(endpoint, parameters);
        if (account(options).isInsecure()) {
            new InsecurePolicy(getCamelContext(), NamedAccounts.prefix(options.getAccount()) + "insecure").apply();
        }
        return endpoint;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        super.setCamelContext(context);
        // before Camel Main prints or checks the options that it sets
        ExtendedCamelContext extended = context.getCamelContextExtension();
        String known = extended.getAdditionalSensitiveKeywords();
        if (known == null || !known.contains(UNKNOWN_TO_CAMEL)) {
            extended.setAdditionalSensitiveKeywords(
                    known == null || known.isBlank() ? UNKNOWN_TO_CAMEL : known + "," + UNKNOWN_TO_CAMEL);
        }
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        URISupport.addSanitizeKeywords(UNMASKED_BY_CAMEL);
        apis = new ApiPool(getCamelContext(), clock, OvhDomainComponent::sleep, System::nanoTime, healthChecks());
    }

    @Override
    protected void doStop() throws Exception {
        apis.close();
        super.doStop();
    }

    private HealthCheckRegistry healthChecks() {
        return isHealthCheckProducerEnabled() || isHealthCheckConsumerEnabled()
                ? HealthCheckRegistry.get(getCamelContext())
                : null;
    }

    private static void sleep(Duration time) throws InterruptedException {
        Thread.sleep(Math.max(0, time.toMillis()));
    }

    /** {@return the options of the account that an endpoint with these options uses} */
    private AccountConfiguration account(OvhDomainConfiguration options) {
        return options.getAccount() == null ? defaultAccount : accounts.require(options.getAccount());
    }

    /** The caller of operations for an endpoint with these options. */
    OperationCaller caller(OvhApi api, OvhDomainConfiguration options) {
        OrderSettings ordering = ApiOptions.orders(account(options), options);
        Orders orders =
                apis.orders(api, ordering, options.getPurchaseJournal(), options.getBudget(), holdings(api, options));
        Tasks tasks = new Tasks(
                api,
                options.getRepairAdvisor() == null ? RepairAdvisor.standard() : options.getRepairAdvisor(),
                ordering.pollEvery(),
                clock,
                OvhDomainComponent::sleep);
        return new OperationCaller(
                api,
                CompositeOperations.of(
                        apis.clients(api),
                        orders,
                        options.getBudget() == null ? Budget.unlimited() : options.getBudget(),
                        options.getBudget() != null,
                        tasks,
                        clock,
                        OvhDomainComponent::sleep,
                        System::nanoTime));
    }

    private Holdings holdings(OvhApi api, OvhDomainConfiguration options) {
        if (options.getHoldings() != null || options.getHoldingsMaxAge() <= 0) {
            return options.getHoldings();
        }
        return apis.holdings(api, Duration.ofMillis(options.getHoldingsMaxAge()));
    }

    /**
     * The account of these options, connected.
     *
     * @param signed whether calls are signed
     * @throws IllegalArgumentException if its options are wrong, or its credentials incomplete
     */
    OvhApi api(OvhDomainConfiguration options, boolean signed) {
        AccountConfiguration account = account(options);
        List<Path> files = CredentialSearch.usualFiles(Path.of(""), Path.of(System.getProperty("user.home")));
        CredentialSearch search = ApiOptions.search(options.getAccount(), account, System.getenv(), files);
        return apis.take(
                ApiOptions.api(account, search, signed),
                ApiOptions.http(account, retrieveGlobalSslContextParameters()));
    }

    /** {@return the operations that there are, without an account to call them} */
    OperationCaller described() {
        return described.get();
    }

    Clock clock() {
        return clock;
    }

    public OvhDomainConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(OvhDomainConfiguration configuration) {
        this.configuration = configuration;
    }

    public AccountConfiguration getDefaultAccount() {
        return defaultAccount;
    }

    public void setDefaultAccount(AccountConfiguration defaultAccount) {
        this.defaultAccount = defaultAccount;
    }

    public NamedAccounts getAccounts() {
        return accounts;
    }

    public void setAccounts(NamedAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
