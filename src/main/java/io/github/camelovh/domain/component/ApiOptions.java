// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.CredentialSearch;
import io.github.camelovh.domain.api.CredentialsException;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.order.OrderSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks the options of an endpoint together, and converts them to the settings of {@code api} and {@code order}. */
final class ApiOptions {

    private ApiOptions() {}

    /**
     * Credentials, region, rate.
     *
     * @param environment the source of {@code OVH_*}
     * @param files the places of {@code ovh.conf}
     * @throws CredentialsException when there are no credentials, not enough of them, or two kinds
     */
    static OvhApiSettings api(OvhDomainConfiguration options, Map<String, String> environment, List<Path> files) {
        CredentialSearch search = search(options, environment, files);
        return OvhApiSettings.of(
                        ApiRegion.of(search.endpoint(), options.getTokenUrl(), options.isInsecure()), search.require())
                .withPace(options.getCallsPerSecond(), options.getMaxInFlight())
                .withTimeouts(
                        Duration.ofMillis(options.getConnectTimeout()),
                        Duration.ofMillis(options.getResponseTimeout()),
                        Duration.ofMillis(options.getDeadline()))
                .withSizes(options.getPageSize(), options.getBatchSize());
    }

    private static CredentialSearch search(
            OvhDomainConfiguration options, Map<String, String> environment, List<Path> files) {
        Map<String, String> given = new HashMap<>();
        given.put("endpoint", options.getRegion());
        given.put("applicationKey", options.getApplicationKey());
        given.put("applicationSecret", options.getApplicationSecret());
        given.put("consumerKey", options.getConsumerKey());
        given.put("clientId", options.getClientId());
        given.put("clientSecret", options.getClientSecret());
        given.put("accessToken", options.getAccessToken());
        return new CredentialSearch(given, environment, files);
    }

    static OrderSettings orders(OvhDomainConfiguration options) {
        OrderSettings settings = OrderSettings.of(options.getOvhSubsidiary())
                .within(Duration.ofMillis(options.getResponseTimeout()), Duration.ofMillis(options.getSettleTime()))
                .checkingOutAgain(options.getCheckoutAgain());
        if (!options.isAutoPay()) {
            if (options.getPaymentMethod() != null) {
                throw new IllegalArgumentException("paymentMethod is set, but with autoPay=false nothing is paid");
            }
            return settings.payingBy(OrderSettings.Payment.NONE, null);
        }
        return options.getPaymentMethod() == null
                ? settings
                : settings.payingBy(OrderSettings.Payment.NAMED_METHOD, options.getPaymentMethod());
    }

    static HttpOptions http(OvhDomainConfiguration options) {
        return new HttpOptions(
                options.getSslContextParameters(),
                false, // the component has already set the context's own
                options.getProxyHost(),
                options.getProxyPort(),
                options.getHttpClientConfigurer());
    }
}
