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
import org.apache.camel.support.jsse.SSLContextParameters;

/** Checks the options of an account, and of an endpoint, together, and converts them to the settings of {@code api} and {@code order}. */
final class ApiOptions {

    private ApiOptions() {}

    /**
     * Credentials, region, rate.
     *
     * @param search where the account's credentials are looked for
     * @param signed whether calls are signed, so that an application key needs its consumer key
     * @throws CredentialsException when there are no credentials, not enough of them, or those of two places or kinds
     */
    static OvhApiSettings api(AccountConfiguration account, CredentialSearch search, boolean signed) {
        CredentialSearch.Found found = signed ? search.require() : search.requireUnsigned();
        if (account.getTokenUrl() != null && !found.inOptions()) {
            throw new IllegalArgumentException(
                    "tokenUrl is set in the options, but the credentials are not. Nothing was"
                            + " sent, because keys go to the hosts of their own place only. Set clientId and clientSecret beside"
                            + " tokenUrl, or remove it");
        }
        return OvhApiSettings.of(
                        ApiRegion.of(found.endpoint(), account.getTokenUrl(), account.isInsecure()),
                        found.credentials())
                .withPace(account.getCallsPerSecond(), account.getMaxInFlight())
                .withTimeouts(
                        Duration.ofMillis(account.getConnectTimeout()),
                        Duration.ofMillis(account.getResponseTimeout()),
                        Duration.ofMillis(account.getDeadline()))
                .withSizes(account.getPageSize(), account.getBatchSize());
    }

    /**
     * Where an account's credentials are looked for.
     *
     * @param name of the account; null for the one without a name, which alone may have them in the environment or in files
     */
    static CredentialSearch search(
            String name, AccountConfiguration account, Map<String, String> environment, List<Path> files) {
        Map<String, String> given = new HashMap<>();
        given.put("region", account.getRegion());
        given.put("applicationKey", account.getApplicationKey());
        given.put("applicationSecret", account.getApplicationSecret());
        given.put("consumerKey", account.getConsumerKey());
        given.put("clientId", account.getClientId());
        given.put("clientSecret", account.getClientSecret());
        given.put("accessToken", account.getAccessToken());
        return name == null
                ? new CredentialSearch(given, environment, files)
                : CredentialSearch.named(name, NamedAccounts.prefix(name), given);
    }

    static OrderSettings orders(AccountConfiguration account, OvhDomainConfiguration options) {
        OrderSettings settings = OrderSettings.of(account.getOvhSubsidiary())
                .within(Duration.ofMillis(account.getResponseTimeout()), Duration.ofMillis(options.getSettleTime()))
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

    /** @param contexts the TLS settings of the Camel context; null if they are not used */
    static HttpOptions http(AccountConfiguration account, SSLContextParameters contexts) {
        return new HttpOptions(
                account.getSslContextParameters() == null ? contexts : account.getSslContextParameters(),
                false, // the component has already found the context's own
                account.getProxyHost(),
                account.getProxyPort(),
                account.getHttpClientConfigurer());
    }
}
