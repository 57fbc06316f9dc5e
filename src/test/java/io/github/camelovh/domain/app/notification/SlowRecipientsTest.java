// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.camelovh.domain.app.settings.NotificationSettings;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recipients of events that answer slowly, or without an end: none holds the others up for long. */
class SlowRecipientsTest {
    private static final byte[] EVENT = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);

    /** Posts an event by the shipped route to a server that answers so. */
    private static Exchange post(String status, byte[] part) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DefaultCamelContext context = new DefaultCamelContext()) {
            Thread thread = new Thread(() -> answer(server, status, part), "slow webhook");
            thread.setDaemon(true);
            thread.start();
            URI address = URI.create("http://localhost:" + server.getLocalPort() + "/hook");
            context.getRegistry().bind("webhook", new Webhook(address, new byte[0], null, Clock.systemUTC()));
            context.getRegistry().bind("briefAnswers", new BriefAnswers(System::nanoTime));
            context.getPropertiesComponent().addInitialProperty("ovh-domain.webhook", "true");
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("post.camel.yaml", route()));
            context.start();
            Future<Exchange> end = context.createProducerTemplate().asyncSend("direct:post", exchange -> {
                exchange.setProperty("event", EVENT);
            });
            try {
                return end.get(20, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                server.close(); // or the context could not end
                throw new AssertionError("the post did not end", e);
            }
        }
    }

    private static String route() throws IOException {
        JsonNode all = new ObjectMapper(new YAMLFactory()).readTree(new File("routes/notification.camel.yaml"));
        JsonNode post = StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.path("route").path("id").asText().equals("post"))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper(new YAMLFactory()).writeValueAsString(List.of(post));
    }

    /** Goes on until the other side closes, or until the server is closed. */
    private static void answer(ServerSocket server, String status, byte[] part) {
        try (Socket client = server.accept()) {
            client.getInputStream().read(new byte[8192]);
            OutputStream out = client.getOutputStream();
            out.write(("HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] head = (Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (!server.isClosed()) {
                out.write(head);
                out.write(part);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                if (part.length == 1) {
                    Thread.sleep(200);
                }
            }
        } catch (IOException | InterruptedException closed) {
            // as it is meant
        }
    }

    @Test
    void aWebhookWhoseAnswerComesByteForByteIsDone() throws Exception {
        assertThat(post("200 OK", new byte[] {'x'}).getException()).isNull();
    }

    @Test
    void aWebhookWhoseAnswerHasNoEndIsDone() throws Exception {
        assertThat(post("204 OK", new byte[4096]).getException()).isNull();
        assertThat(post("200 OK", new byte[4096]).getException()).isNull();
    }

    @Test
    void aWebhookThatRefusesSlowlyIsTriedAgain() throws Exception {
        assertThat(post("503 Busy", new byte[4096]).getException()).hasMessage("the webhook answered 503");
    }

    @ParameterizedTest
    @EnumSource(NotificationSettings.Security.class)
    void eachStepOfAMailHasATimeOut(NotificationSettings.Security security) throws Exception {
        NotificationSettings.Mail mail = new NotificationSettings.Mail(
                "to@example.com", "from@example.com", "localhost:25", security, "", "", true, Duration.ofMinutes(1));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            MailConfiguration used =
                    context.getEndpoint(mail.endpoint(), MailEndpoint.class).getConfiguration();
            // Camel's one option is both, to connect and for an answer.
            assertThat(used.getConnectionTimeout()).isEqualTo(20_000);
            String smtp = security == NotificationSettings.Security.TLS ? "mail.smtps." : "mail.smtp.";
            assertThat(used.getAdditionalJavaMailProperties()).containsEntry(smtp + "writetimeout", "20000");
        }
    }
}
