// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.model.HoldsSecret;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * The options of one account: where its API is, how calls are authenticated, how many are made and how long they may
 * take. {@link ApiOptions} checks them together. They are set on the component, never on an endpoint: {@code toD} puts text of
 * messages into the URIs of endpoints, and a message must not choose where credentials are sent to. Not thread-safe until the
 * component has started, read-only afterwards.
 */
@UriParams
@Configurer
@HoldsSecret
public class AccountConfiguration {

    @UriParam(
            defaultValue = "ovh-eu",
            description =
                    "Where the API is: ovh-eu, ovh-ca, ovh-us, or a base URL such as http://127.0.0.1:18080/1.0 for a sandbox. If it is not set, the place with the keys decides (OVH_ENDPOINT or ovh.conf), and the default is ovh-eu.")
    private String region;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Application key. Together with applicationSecret and consumerKey; one of the three ways to authenticate. If no credentials are set at all, they come from the OVH_ environment variables or from ovh.conf.")
    private String applicationKey;

    @UriParam(
            label = "security",
            secret = true,
            description = "Application secret, which signs the calls. It is never sent.")
    private String applicationSecret;

    @UriParam(
            label = "security",
            secret = true,
            description = "Consumer key: what the account's owner allowed the application to do.")
    private String consumerKey;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "Client id of an OAuth2 service account. Together with clientSecret; excludes the other ways to authenticate.")
    private String clientId;

    @UriParam(label = "security", secret = true, description = "Client secret of an OAuth2 service account.")
    private String clientSecret;

    @UriParam(
            label = "security",
            secret = true,
            description = "Personal access token; excludes the other ways to authenticate.")
    private String accessToken;

    @UriParam(
            label = "security,advanced",
            description = "Where a service account gets its tokens, if not from the region's token URL.")
    private String tokenUrl;

    @UriParam(
            label = "security,advanced",
            security = "insecure:ssl",
            insecureValue = "true",
            description =
                    "Allows a base URL with http to other hosts than loopback. Keys and orders are then sent unencrypted.")
    private boolean insecure;

    @UriParam(
            label = "producer",
            defaultValue = "FR",
            description =
                    "The OVHcloud company that the account belongs to, such as FR or DE; prices and currency depend on it.")
    private String ovhSubsidiary = "FR";

    @UriParam(
            label = "advanced",
            defaultValue = "20",
            description =
                    "The highest number of calls per second, over all endpoints with the same credentials. It is lowered automatically when OVHcloud answers that there were too many.")
    private double callsPerSecond = 20;

    @UriParam(
            label = "advanced",
            defaultValue = "8",
            description = "The highest number of parallel calls, over all endpoints with the same credentials.")
    private int maxInFlight = 8;

    @UriParam(
            label = "advanced",
            defaultValue = "5000",
            javaType = "java.time.Duration",
            description = "How long to wait for a connection.")
    private long connectTimeout = 5000L;

    @UriParam(
            label = "advanced",
            defaultValue = "30000",
            javaType = "java.time.Duration",
            description = "How long to wait for an answer.")
    private long responseTimeout = 30000L;

    @UriParam(
            label = "advanced",
            defaultValue = "300000",
            javaType = "java.time.Duration",
            description = "How long one call may take with all its retries and waits.")
    private long deadline = 300000L;

    @UriParam(label = "advanced", defaultValue = "1000", description = "Objects per page, if a list has pages.")
    private int pageSize = 1000;

    @UriParam(label = "advanced", defaultValue = "100", description = "Ids per call, if objects are read in batches.")
    private int batchSize = 100;

    @UriParam(label = "proxy", description = "Host of an HTTP proxy.")
    private String proxyHost;

    @UriParam(label = "proxy", description = "Port of the HTTP proxy.")
    private Integer proxyPort;

    @UriParam(label = "security", description = "TLS settings, such as a trust store.")
    private SSLContextParameters sslContextParameters;

    @UriParam(label = "advanced", description = "Changes the HTTP client when it is created.")
    private HttpClientConfigurer httpClientConfigurer;

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public String getApplicationKey() {
        return applicationKey;
    }

    public void setApplicationKey(String applicationKey) {
        this.applicationKey = applicationKey;
    }

    public String getApplicationSecret() {
        return applicationSecret;
    }

    public void setApplicationSecret(String applicationSecret) {
        this.applicationSecret = applicationSecret;
    }

    public String getConsumerKey() {
        return consumerKey;
    }

    public void setConsumerKey(String consumerKey) {
        this.consumerKey = consumerKey;
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public String getAccessToken() {
        return accessToken;
    }

    public void setAccessToken(String accessToken) {
        this.accessToken = accessToken;
    }

    public String getTokenUrl() {
        return tokenUrl;
    }

    public void setTokenUrl(String tokenUrl) {
        this.tokenUrl = tokenUrl;
    }

    public boolean isInsecure() {
        return insecure;
    }

    public void setInsecure(boolean insecure) {
        this.insecure = insecure;
    }

    public String getOvhSubsidiary() {
        return ovhSubsidiary;
    }

    public void setOvhSubsidiary(String ovhSubsidiary) {
        this.ovhSubsidiary = ovhSubsidiary;
    }

    public double getCallsPerSecond() {
        return callsPerSecond;
    }

    public void setCallsPerSecond(double callsPerSecond) {
        this.callsPerSecond = callsPerSecond;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public long getDeadline() {
        return deadline;
    }

    public void setDeadline(long deadline) {
        this.deadline = deadline;
    }

    public int getPageSize() {
        return pageSize;
    }

    public void setPageSize(int pageSize) {
        this.pageSize = pageSize;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public HttpClientConfigurer getHttpClientConfigurer() {
        return httpClientConfigurer;
    }

    public void setHttpClientConfigurer(HttpClientConfigurer httpClientConfigurer) {
        this.httpClientConfigurer = httpClientConfigurer;
    }
}
