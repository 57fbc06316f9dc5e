// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final byte[] EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"2e8cd0c6e9e67aea-2-7\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    /** The expected value was made with Python's hmac, as the documentation shows it. */
    @Test
    void signsIdTimeAndBodyAsStandardWebhooksHasIt() throws IOException {
        Message sent = sent(KEY, Instant.ofEpochSecond(1_790_000_000));

        assertThat(sent.getHeader("webhook-id")).isEqualTo("2e8cd0c6e9e67aea-2-7");
        assertThat(sent.getHeader("webhook-timestamp")).isEqualTo("1790000000");
        assertThat(sent.getHeader("webhook-signature")).isEqualTo("v1,GsLituHAcsi5nWSDktd/NhWd+xb3iRf3iFwwUeNa1q4=");
        assertThat(sent.getHeaders()).doesNotContainKey("X-Signature-256");
    }

    @Test
    void aLaterAttemptHasTheSameIdAndItsOwnTime() throws IOException {
        Message first = sent(KEY, Instant.ofEpochSecond(1_790_000_000));
        Message second = sent(KEY, Instant.ofEpochSecond(1_790_000_060));

        assertThat(second.getHeader("webhook-id")).isEqualTo(first.getHeader("webhook-id"));
        assertThat(second.getHeader("webhook-signature")).isNotEqualTo(first.getHeader("webhook-signature"));
    }

    @Test
    void signsNothingWithoutASecret() throws IOException {
        assertThat(sent(new byte[0], Instant.EPOCH).getHeaders())
                .containsKeys("webhook-id", "webhook-timestamp")
                .doesNotContainKey("webhook-signature");
    }

    private static Message sent(byte[] key, Instant now) throws IOException {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(EVENT);
        new Webhook(URI.create("https://hook.example/"), key, null, Clock.fixed(now, ZoneOffset.UTC)).address(exchange);
        return exchange.getMessage();
    }
}
