// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.ZoneWatch;
import io.github.camelovh.domain.operation.OperationCaller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spi.HeaderFilterStrategyAware;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/**
 * Order, watch and manage domain names at OVHcloud through its public API.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = OvhDomainConstants.SCHEME,
        title = "OVHcloud Domain",
        syntax = "ovh-domain:resource",
        category = {Category.CLOUD, Category.API},
        headersClass = OvhDomainConstants.class)
@ManagedResource(description = "Managed OVHcloud endpoint: the figures are those of its account")
public class OvhDomainEndpoint extends ScheduledPollEndpoint
        implements EndpointServiceLocation, HeaderFilterStrategyAware {

    @UriPath(description = "What the endpoint is about.")
    @Metadata(required = true)
    private OvhDomainResource resource;

    @UriParam
    private OvhDomainConfiguration configuration;

    @UriParam(
            label = "producer",
            prefix = "param.",
            multiValue = true,
            description = "Values of the operation's parameters, such as param.serviceName=example.com.")
    private Map<String, Object> parameters = Map.of();

    @UriParam(
            label = "advanced",
            description = "Decides which headers of a message the component reads, and which it sets. In any case,"
                    + " only headers that begin with CamelOvhDomain are read.")
    private HeaderFilterStrategy headerFilterStrategy = new OvhDomainHeaderFilterStrategy();

    /** How many changes the default repository stores; a portfolio of 50,000 names has fewer in a day. */
    private static final int REMEMBERED = 100_000;

    private volatile OperationCaller caller;
    private OperationChoice choice;
    private ThrowOn throwOn;
    private volatile OvhApi api;

    /** For Camel's tools, which create an endpoint without a component. */
    public OvhDomainEndpoint() {}

    OvhDomainEndpoint(
            String uri,
            OvhDomainComponent component,
            OvhDomainResource resource,
            OvhDomainConfiguration configuration) {
        super(uri, component);
        this.resource = resource;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new OvhDomainProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        connect(true);
        OvhDomainConsumer consumer =
                new OvhDomainConsumer(this, processor, feed(), repository(), configuration.isIdempotentEager());
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (configuration.getOperation() != null) {
            getComponent().described().require(resource.name(), configuration.getOperation());
        }
        throwOn = ThrowOn.of(configuration.getThrowOn());
        choice = new OperationChoice(resource, configuration.getOperation(), configuration.getOperationFromMessage());
    }

    /**
     * Connects the account, when the first producer or consumer starts: so {@code lazyStartProducer} defers missing keys to the
     * first message.
     *
     * @param signed whether calls are signed
     * @throws IllegalArgumentException if options of the account are wrong, or its credentials incomplete
     */
    void connect(boolean signed) {
        if (caller == null) {
            connectOnce(signed);
        }
    }

    private synchronized void connectOnce(boolean signed) {
        if (caller == null) {
            OvhApi connected = getComponent().api(configuration, signed);
            caller = getComponent().caller(connected, configuration);
            api = connected;
        }
    }

    private ChangeFeed feed() {
        Duration lookBack = Duration.ofMillis(configuration.getLookBack());
        return switch (resource) {
            case task -> tasks(configuration.getFunction(), lookBack);
            case transfer ->
                tasks(
                        configuration.getFunction() == null ? "DomainIncomingTransfer" : configuration.getFunction(),
                        lookBack);
            case order -> new OrderFeed(api, orderIds(), getComponent().clock(), lookBack);
            case dns -> new ZoneFeed(new ZoneWatch(api, zones()));
            default ->
                throw new IllegalArgumentException("from(\"ovh-domain:" + resource
                        + "\") is not possible: only task, transfer, order and dns report changes");
        };
    }

    private TaskFeed tasks(String function, Duration lookBack) {
        return new TaskFeed(
                api,
                new TaskFeed.TaskFilter(configuration.getDomain(), function),
                getComponent().clock(),
                lookBack);
    }

    private List<DomainName> zones() {
        return configuration.getDomain() == null
                ? List.of()
                : Stream.of(configuration.getDomain().split(","))
                        .map(String::strip)
                        .map(DomainName::of)
                        .toList();
    }

    private List<Long> orderIds() {
        if (configuration.getOrderIds() == null) {
            return List.of();
        }
        try {
            return Stream.of(configuration.getOrderIds().split(","))
                    .map(String::strip)
                    .map(Long::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "orderIds must be numbers separated by commas, not \"" + configuration.getOrderIds() + "\"", e);
        }
    }

    private IdempotentRepository repository() {
        return configuration.getIdempotentRepository() == null
                ? MemoryIdempotentRepository.memoryIdempotentRepository(REMEMBERED)
                : configuration.getIdempotentRepository();
    }

    /**
     * {@return the option that is also this parameter of a composite operation; null if it is not set, or there is
     * none}
     */
    Object preset(String parameter) {
        return switch (parameter) {
            case "maxPrice" -> configuration.getMaxPrice();
            case "currency" -> configuration.getCurrency();
            case "allowPremium" -> configuration.getAllowPremium();
            case "allowAftermarket" -> configuration.getAllowAftermarket();
            case "paymentMethod" -> configuration.getPaymentMethod();
            case "authCodeStore" -> configuration.getAuthCodeStore();
            case "zoneJournal" -> configuration.getZoneJournal();
            default -> null;
        };
    }

    OperationChoice choice() {
        return choice;
    }

    ThrowOn throwOn() {
        return throwOn;
    }

    OperationCaller caller() {
        return caller;
    }

    /**
     * The account of this endpoint, with the pace and the clock that all its endpoints share.
     *
     * @throws IllegalArgumentException if options of the account are wrong, or its credentials incomplete
     */
    public OvhApi api() {
        connect(choice.isSigned(getComponent().described()));
        return api;
    }

    @ManagedAttribute(description = "HTTP calls since the start, of all endpoints with these credentials")
    public long getCallsMade() {
        return api == null ? 0 : api.callsMade();
    }

    @ManagedAttribute(description = "Calls per second that are allowed now; lowered when OVHcloud refuses calls")
    public double getCallsPerSecondAllowed() {
        return api == null ? 0 : api.callsPerSecond();
    }

    @ManagedAttribute(description = "Calls in progress now")
    public int getCallsInFlight() {
        return api == null ? 0 : api.callsInFlight();
    }

    @ManagedAttribute(description = "Seconds by which OVHcloud's clock is ahead of ours; null before it was needed")
    public Long getClockSkewSeconds() {
        Duration skew = api == null ? null : api.clock().knownSkew();
        return skew == null ? null : skew.toSeconds();
    }

    @Override
    public OvhDomainComponent getComponent() {
        return (OvhDomainComponent) super.getComponent();
    }

    @Override
    public boolean isSingletonProducer() {
        return true;
    }

    @Override
    public String getServiceUrl() {
        return api == null ? null : api.settings().region().v1Base();
    }

    @Override
    public String getServiceProtocol() {
        return "https";
    }

    public OvhDomainResource getResource() {
        return resource;
    }

    public void setResource(OvhDomainResource resource) {
        this.resource = resource;
    }

    public OvhDomainConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(OvhDomainConfiguration configuration) {
        this.configuration = configuration;
    }

    public Map<String, Object> getParameters() {
        return parameters;
    }

    public void setParameters(Map<String, Object> parameters) {
        this.parameters = parameters;
    }

    @Override
    public HeaderFilterStrategy getHeaderFilterStrategy() {
        return headerFilterStrategy;
    }

    @Override
    public void setHeaderFilterStrategy(HeaderFilterStrategy headerFilterStrategy) {
        this.headerFilterStrategy = headerFilterStrategy;
    }
}
