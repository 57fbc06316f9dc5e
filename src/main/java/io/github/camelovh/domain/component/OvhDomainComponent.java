// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.CredentialSearch;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.operation.CompositeOperations;
import io.github.camelovh.domain.operation.OperationCaller;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.task.Tasks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.URISupport;

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

    @Metadata(description = "The default options of all endpoints.")
    private OvhDomainConfiguration configuration = new OvhDomainConfiguration();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether the TLS settings of the Camel context are used if sslContextParameters is not set.")
    private boolean useGlobalSslContextParameters;

    private final Clock clock = Clock.systemUTC();
    private ApiPool apis;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        OvhDomainConfiguration options = configuration.copy();
        if (options.getSslContextParameters() == null) {
            options.setSslContextParameters(retrieveGlobalSslContextParameters());
        }
        OvhDomainEndpoint endpoint = new OvhDomainEndpoint(uri, this, OvhDomainResource.of(remaining), options);
        endpoint.setParameters(PropertiesHelper.extractProperties(parameters, "param."));
        setProperties(endpoint, parameters);
        if (endpoint.getConfiguration().isInsecure()) {
            new InsecurePolicy(getCamelContext()).apply();
        }
        return endpoint;
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

    /** The caller of operations for an endpoint with these options. */
    OperationCaller caller(OvhApi api, OvhDomainConfiguration options) {
        Orders orders = apis.orders(
                api,
                ApiOptions.orders(options),
                options.getPurchaseJournal(),
                options.getBudget(),
                holdings(api, options));
        Tasks tasks = new Tasks(
                api,
                options.getRepairAdvisor() == null ? RepairAdvisor.standard() : options.getRepairAdvisor(),
                ApiOptions.orders(options).pollEvery(),
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

    /** The account of these options. */
    OvhApi api(OvhDomainConfiguration options) {
        List<Path> files = CredentialSearch.usualFiles(Path.of(""), Path.of(System.getProperty("user.home")));
        return apis.take(ApiOptions.api(options, System.getenv(), files), ApiOptions.http(options));
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

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
