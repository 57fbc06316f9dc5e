// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.Credential;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Whether OVHcloud accepts our credentials: one call of {@code api:getCurrentCredential}. Reports how many days the
 * consumer key is still valid and how much our clock differs. A readiness check, because restarting the program
 * corrects neither. Thread-safe.
 */
final class OvhDomainHealthCheck implements HealthCheck {

    static final String DAYS_LEFT = "consumerKey.daysLeft";
    static final String CLOCK_SKEW = "clock.skewSeconds";
    static final String CREDENTIAL_STATUS = "credential.status";

    private static final Operation CREDENTIAL = OperationCatalog.row("api:getCurrentCredential");
    private static final Operation DETAILS = OperationCatalog.row("api:getDetails");

    private final String id;
    private final OvhApi api;
    private final Clock clock;
    private volatile boolean enabled = true;

    OvhDomainHealthCheck(String id, OvhApi api, Clock clock) {
        this.id = id;
        this.api = api;
        this.clock = clock;
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this);
        if (!enabled) {
            return result.message("Disabled").unknown().build();
        }
        try {
            if (api.settings().credentials() instanceof Credentials.ApplicationKey) {
                consumerKey(result);
            } else {
                // tokens have no credential object of their own; any signed answer shows that they are accepted
                api.send(ApiCall.of(DETAILS));
                result.up();
            }
        } catch (OvhApiException e) {
            result.down().message(e.getMessage()).detail(HTTP_RESPONSE_CODE, e.status());
        }
        return result.build();
    }

    private void consumerKey(HealthCheckResultBuilder result) {
        Credential credential = api.send(ApiCall.of(CREDENTIAL)).as(Credential.class);
        Duration skew = api.clock().skew();
        result.detail(CREDENTIAL_STATUS, credential.status()).detail(CLOCK_SKEW, skew.toSeconds());
        boolean valid = "validated".equals(credential.status());
        OffsetDateTime expiration = credential.expiration();
        if (expiration != null) {
            Duration left = Duration.between(clock.instant(), expiration.toInstant());
            result.detail(DAYS_LEFT, left.toDays());
            valid &= !left.isNegative();
        }
        if (valid) {
            result.up();
        } else {
            result.down()
                    .message("The consumer key is " + credential.status()
                            + (expiration == null ? "" : ", valid until " + expiration) + "; request a new one");
        }
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    public String getGroup() {
        return "camel";
    }

    @Override
    public String getId() {
        return id;
    }
}
