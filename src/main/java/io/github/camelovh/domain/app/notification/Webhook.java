// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The HTTP address that gets each event by POST. The address may contain a token, so it is in no endpoint URI and in no
 * message. Thread-safe.
 */
public final class Webhook {
    /** The id of the event: the same one for each attempt, so that a receiver can leave out what it has. */
    public static final String ID = "webhook-id";

    /** When this attempt was made, in seconds since 1970: a receiver refuses old ones, so that none can be repeated. */
    public static final String TIMESTAMP = "webhook-timestamp";

    /** {@code v1,} and the HMAC-SHA256 of id, time and body with points between them, in Base64. */
    public static final String SIGNATURE = "webhook-signature";

    /** Name of its folder. */
    public static final String FOLDER = "webhook";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int OK = 200;
    private static final int OK_END = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final byte[] key;
    private final EventFolder events;
    private final Clock clock;

    /**
     * @param address http or https; null for none
     * @param key signs the posted events; empty for none
     */
    public Webhook(URI address, byte[] key, EventFolder events, Clock clock) {
        this.address = address;
        this.key = key.clone();
        this.events = events;
        this.clock = clock;
    }

    /**
     * Prepares the event in the body for the POST. Headers and signature are those of Standard Webhooks, see
     * https://www.standardwebhooks.com.
     */
    public void address(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        byte[] body = message.getBody(byte[].class);
        message.setBody(body);
        message.setHeader(Exchange.HTTP_URI, address.toString());
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, CloudEvent.MEDIA_TYPE);
        String id = JSON.readTree(body).path("id").asText();
        String time = Long.toString(clock.instant().getEpochSecond());
        message.setHeader(ID, id);
        message.setHeader(TIMESTAMP, time);
        if (key.length > 0) {
            message.setHeader(SIGNATURE, "v1," + Base64.getEncoder().encodeToString(signature(id, time, body)));
        }
    }

    private byte[] signature(String id, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /**
     * Checks the answer of the address.
     *
     * @throws DeliveryFailedException if it did not accept the event
     */
    public void check(Exchange exchange) throws DeliveryFailedException {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status < OK || status >= OK_END) {
            throw new DeliveryFailedException("the webhook answered " + status);
        }
    }

    /** Puts aside the event that the webhook did not accept after all attempts. */
    public void giveUp(Exchange exchange) throws IOException {
        events.giveUp(
                FOLDER,
                exchange.getProperty("name", String.class),
                exchange.getProperty("event", byte[].class),
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    }
}
