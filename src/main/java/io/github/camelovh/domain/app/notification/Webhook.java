// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The HTTP address that gets each event by POST. The address may contain a token, so it is in no endpoint URI and in no
 * message. Thread-safe.
 */
public final class Webhook {
    /** The header with the hexadecimal HMAC-SHA256 of the body, after {@code sha256=}. */
    public static final String SIGNATURE = "X-Signature-256";

    /** Name of its folder. */
    public static final String FOLDER = "webhook";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int OK = 200;
    private static final int OK_END = 300;

    private final URI address;
    private final String secret;
    private final EventFolder events;

    /**
     * @param address http or https; null for none
     * @param secret signs the posted events; empty for none
     */
    public Webhook(URI address, String secret, EventFolder events) {
        this.address = address;
        this.secret = secret;
        this.events = events;
    }

    /** Prepares the event in the body for the POST. */
    public void address(Exchange exchange) {
        Message message = exchange.getMessage();
        byte[] body = message.getBody(byte[].class);
        message.setBody(body);
        message.setHeader(Exchange.HTTP_URI, address.toString());
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, CloudEvent.MEDIA_TYPE);
        if (!secret.isEmpty()) {
            message.setHeader(SIGNATURE, "sha256=" + HexFormat.of().formatHex(signature(body)));
        }
    }

    private byte[] signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
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
