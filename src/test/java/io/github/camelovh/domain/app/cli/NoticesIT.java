// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The notifications about a file: each state change once, in order, to all recipients. */
@Tag("once")
class NoticesIT {
    private static final String TOKEN = "t0ken-of-the-webhook";
    private static final String KEY = "key-of-the-webhook-which-is-long";
    private static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));
    private static final String CODE = "AUTH-taken-right.com";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final List<String> wrongSignatures = new CopyOnWriteArrayList<>();
    private final AtomicInteger failing = new AtomicInteger();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.github.camelovh.domain");
    private OvhSandbox sandbox;
    private HttpServer webhook;
    private GreenMail mail;
    private Thread running;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withTaskTime(Duration.ofMillis(300)).withDomains(3));
        webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", this::take);
        webhook.start();
        mail = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
        log.list = new CopyOnWriteArrayList<>(); // the workflows continue to log while a test reads
        log.start();
        root.addAppender(log);
        ours.setLevel(Level.INFO);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (running != null) {
            running.interrupt();
            running.join(30_000);
        }
        root.detachAppender(log);
        mail.stop();
        webhook.stop(0);
        sandbox.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean right = exchange.getRequestURI().getPath().equals("/" + TOKEN)
                && String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
                        .startsWith("application/cloudevents+json");
        if (!right
                || !signature(exchange.getRequestHeaders(), body)
                        .equals(exchange.getRequestHeaders().getFirst("webhook-signature"))) {
            wrongSignatures.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet());
        }
        boolean fails = failing.getAndDecrement() > 0;
        if (!fails) {
            posted.add(new String(body, StandardCharsets.UTF_8));
        }
        exchange.sendResponseHeaders(fails ? 503 : 204, -1);
        exchange.close();
    }

    private static String signature(Headers headers, byte[] body) {
        String text = headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + "."
                + new String(body, StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String[] command(int mailPort, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString(), "--max-total", "1000"));
        if (arguments[0].equals("run")) {
            all.subList(all.size() - 2, all.size()).clear();
        }
        Stream.of(
                        "notify.webhook=http://localhost:"
                                + webhook.getAddress().getPort() + "/" + TOKEN,
                        "notify.webhook.secret=" + SECRET,
                        "notify.mail.to=desk@example.com",
                        "notify.mail.from=names@example.com",
                        "notify.mail.server=localhost:" + mailPort,
                        "notify.mail.security=none",
                        "notify.mail.every=PT0.5S",
                        "notify.tries=4")
                .forEach(setting -> all.addAll(List.of("--set", "ovh-domain." + setting)));
        return all.toArray(String[]::new);
    }

    private Path file() throws IOException {
        String owner =
                "Ada,Private-Person,private-person@example.org,+33.123456789,en_GB,individual,1 Main St,Paris,75001,FR";
        return Files.write(
                folder.resolve("move.csv"),
                List.of(
                        "action,domain,authCode,nameServers,owner.firstName,owner.lastName,owner.email,owner.phone,"
                                + "owner.language,owner.legalForm,owner.address.line1,owner.address.city,"
                                + "owner.address.zip,owner.address.country",
                        "order,brand-new-name.com,,," + owner,
                        "transfer,taken-right.com," + CODE + ",keep," + owner,
                        "transfer,taken-none.com,,keep," + owner));
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> days = Files.list(folder.resolve("data/events"))) {
            for (Path day : days.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                lines.addAll(Files.readAllLines(day));
            }
        }
        return lines;
    }

    private static List<String> typesOf(String domain, List<String> lines) throws IOException {
        List<String> types = new ArrayList<>();
        for (String line : lines) {
            JsonNode event = JSON.readTree(line);
            if (event.path("subject").asText().equals(domain)) {
                types.add(event.path("type").asText().replace("io.github.camelovh.domain.", ""));
            }
        }
        return types;
    }

    private List<Path> in(String place) throws IOException {
        Path where = folder.resolve("data/events").resolve(place);
        if (!Files.isDirectory(where)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    private void run(int mailPort) {
        running = new Thread(() -> Cli.run(sandbox, command(mailPort, "run")));
        running.start();
    }

    @Test
    void everyMoveIsToldOnceToAllAlsoWhereTheWebhookFailsAtFirst() throws Exception {
        failing.set(2);
        Cli.Said said = Cli.run(sandbox, command(mail.getSmtp().getPort(), "import", file().toString(), "--yes"));
        assertThat(said.out()).as(said.toString()).contains("3 rows: 2 done, 0 refused, 0 failed, 1 unfinished");
        List<String> lines = lines();

        run(mail.getSmtp().getPort());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> posted.size() >= lines.size() && in("mail").isEmpty());

        assertThat(typesOf("brand-new-name.com", lines))
                .startsWith("order.order")
                .endsWith("order.finish");
        assertThat(typesOf("taken-right.com", lines))
                .startsWith("transfer.order")
                .endsWith("transfer.finish");
        assertThat(typesOf("taken-none.com", lines)).containsExactly("transfer.give-up");
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(posted).isEqualTo(lines);
        assertThat(wrongSignatures).isEmpty();
        assertThat(in("webhook")).isEmpty();
        assertThat(in("undelivered")).isEmpty();
        for (String line : lines) {
            JsonNode event = JSON.readTree(line);
            assertThat(event.path("specversion").asText()).isEqualTo("1.0");
            assertThat(event.path("data").path("needsAttention").asBoolean())
                    .isEqualTo(event.path("subject").asText().equals("taken-none.com"));
        }
        MimeMessage[] letters = mail.getReceivedMessages();
        assertThat(letters).hasSize(1);
        assertThat(letters[0].getSubject()).isEqualTo("1 domain name needs you");
        assertThat(String.valueOf(letters[0].getContent()))
                .contains(
                        "taken-none.com (transfer, line 4 of move.csv): unfinished",
                        "nothing was ordered yet",
                        "To do: ")
                .doesNotContain("brand-new-name.com");
        noSecretIsTold();
    }

    @Test
    void deadAddresseesStopNeitherTheWorkNorEachOtherAndLoseNothing() throws Exception {
        failing.set(Integer.MAX_VALUE);
        int nobody = mail.getSmtp().getPort();
        mail.stop();
        Cli.Said said = Cli.run(sandbox, command(nobody, "import", file().toString(), "--yes"));
        assertThat(said.out()).as(said.toString()).contains("2 done");
        int all = lines().size();

        run(nobody);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> in("undelivered").stream()
                                .anyMatch(file -> file.toString().contains("webhook-"))
                        && in("undelivered").stream()
                                .anyMatch(file -> file.toString().contains("mail-")));
        assertThat(in("webhook").size()
                        + in("undelivered").stream()
                                .filter(file -> file.toString().contains("webhook-"))
                                .count())
                .isGreaterThanOrEqualTo(all);
        assertThat(log.list)
                .anyMatch(entry -> entry.getLevel() == Level.WARN
                        && entry.getFormattedMessage().contains("the webhook answered 503"));
        failing.set(0);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> in("webhook").isEmpty() && in("mail").isEmpty());
        assertThat(posted).isNotEmpty();
        noSecretIsTold();
    }

    private void noSecretIsTold() throws IOException {
        List<String> told = new ArrayList<>(posted);
        log.list.forEach(entry -> {
            told.add(entry.getFormattedMessage());
            if (entry.getThrowableProxy() != null) {
                told.add(entry.getThrowableProxy().getMessage());
            }
        });
        try (Stream<Path> files = Files.walk(folder.resolve("data/events"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                told.add(Files.readString(file));
            }
        }
        assertThat(told)
                .isNotEmpty()
                .noneMatch(text -> text != null
                        && (text.contains(TOKEN)
                                || text.contains(SECRET)
                                || text.contains(KEY)
                                || text.contains(CODE)
                                || text.contains("private-person")
                                || text.contains("Private-Person")));
    }
}
