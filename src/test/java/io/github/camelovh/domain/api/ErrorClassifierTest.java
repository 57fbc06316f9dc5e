// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static io.github.camelovh.domain.api.catalog.OperationCatalog.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.SharedFolder;
import io.github.camelovh.domain.api.catalog.HttpMethod;
import io.github.camelovh.domain.api.catalog.Repeat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorClassifierTest {
    private static final ErrorClassifier CLASSIFIER =
            new ErrorClassifier(Clock.fixed(Instant.parse("2026-04-01T10:00:00Z"), ZoneOffset.UTC));

    /** A file of {@code errors/}: the answer, and the expected exception. */
    private record Observed(String name, Map<String, String> expected, String body) {
        static Observed read(Path file) {
            try {
                String text = Files.readString(file);
                int blank = text.indexOf("\n\n");
                Map<String, String> expected = new TreeMap<>();
                for (String line : text.substring(0, blank).split("\n")) {
                    int colon = line.indexOf(':');
                    expected.put(
                            line.substring(0, colon), line.substring(colon + 1).strip());
                }
                return new Observed(
                        file.getFileName().toString(),
                        expected,
                        text.substring(blank + 2).strip());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        OvhApiException classified() {
            String[] call = expected.get("call").split(" ");
            ApiCall sent = new ApiCall(
                    HttpMethod.valueOf(call[0]),
                    call[1],
                    List.of(new QueryParameter("token", "s3cret-query")),
                    Map.of(),
                    "{\"authInfo\":\"s3cret-body\"}".getBytes(StandardCharsets.UTF_8),
                    Repeat.valueOf(expected.get("repeat")),
                    true,
                    null);
            int status = Integer.parseInt(expected.get("status"));
            if (status == 0) {
                return ErrorClassifier.unanswered(
                        sent,
                        body.equals("lost")
                                ? new Transport.Lost("no answer came", new IOException("x"))
                                : new Transport.NeverLeft("the connection was refused", new IOException("x")));
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            if (expected.containsKey("header")) {
                String[] header = expected.get("header").split("=");
                headers.put(header[0], header[1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return CLASSIFIER.refusal(sent, new Transport.Answered(status, headers, bytes), ErrorBody.of(bytes));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Observed> observed() throws IOException, URISyntaxException {
        Path folder = Path.of(ErrorClassifierTest.class.getResource("errors").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Observed::read).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("observed")
    void observedErrorsBecomeTheirType(Observed error) {
        OvhApiException exception = error.classified();
        assertThat(exception.getClass().getSimpleName())
                .isEqualTo(error.expected().get("type"));
        assertThat(exception.code() == null ? "" : exception.code())
                .isEqualTo(error.expected().get("code"));
        assertThat(exception.retryable())
                .isEqualTo(Boolean.parseBoolean(error.expected().get("retryable")));
        assertThat(exception).hasMessageContaining(error.expected().get("sentence"));
        assertThat(exception.call()).isEqualTo(error.expected().get("call"));
        assertThat(exception.toString()).doesNotContain("s3cret");
    }

    @Test
    void everyTypeHasAnObservedError() throws Exception {
        List<Class<?>> seen = new ArrayList<>();
        observed().forEach(error -> seen.add(error.classified().getClass()));
        assertThat(seen).containsAll(Arrays.asList(OvhApiException.class.getPermittedSubclasses()));
    }

    @Test
    void aMissingRightNamesRuleAndActionOfTheRoute() {
        ApiCall call = ApiCall.of(row("domain:getTask"), "example.com", 7);
        byte[] body = "{\"message\":\"This call has not been granted\"}".getBytes(StandardCharsets.UTF_8);
        OvhApiException exception =
                CLASSIFIER.refusal(call, new Transport.Answered(403, Map.of(), body), ErrorBody.of(body));
        assertThat(exception).isInstanceOfSatisfying(OvhMissingRightException.class, missing -> {
            assertThat(missing.accessRule()).isEqualTo("GET /domain/*/task/*");
            assertThat(missing.iamAction()).isEqualTo("domain:apiovh:task/get");
        });
    }

    @Test
    void readsRetryAfterAsSecondsAndAsDate() {
        assertThat(CLASSIFIER.retryAfter("7")).isEqualTo(Duration.ofSeconds(7));
        assertThat(CLASSIFIER.retryAfter("Wed, 1 Apr 2026 10:00:30 GMT")).isEqualTo(Duration.ofSeconds(30));
        assertThat(CLASSIFIER.retryAfter("Wed, 1 Apr 2026 09:00:30 GMT")).isZero();
        assertThat(CLASSIFIER.retryAfter("soon")).isNull();
        assertThat(CLASSIFIER.retryAfter(null)).isNull();
    }

    @Test
    void theRecordedExamplesBecomeTheirTypes() throws IOException {
        Path examples = SharedFolder.ovhApi().resolve("examples");
        int errors = 0;
        for (JsonNode entry : ApiJson.mapper()
                .readTree(examples.resolve("index.json").toFile())
                .get("examples")) {
            JsonNode answer = ApiJson.mapper()
                    .readTree(examples.resolve(entry.get("file").asText()).toFile())
                    .get("response");
            byte[] body = answer.has("rawBody")
                    ? answer.get("rawBody").asText().getBytes(StandardCharsets.UTF_8)
                    : ApiJson.bytes(answer.get("body"));
            int status = answer.get("status").asInt();
            if (status < 300) {
                ApiAnswer read = new ApiAnswer(status, Map.of(), body, null, 1);
                assertThat(read.json()).as(entry.get("id").asText()).isNotNull();
                continue;
            }
            errors++;
            ApiCall call = new ApiCall(
                    HttpMethod.valueOf(entry.get("method").asText()),
                    entry.get("path").asText(),
                    List.of(),
                    Map.of(),
                    null,
                    entry.get("method").asText().equals("POST") ? Repeat.ONCE : Repeat.READ,
                    true,
                    null);
            OvhApiException exception =
                    CLASSIFIER.refusal(call, new Transport.Answered(status, Map.of(), body), ErrorBody.of(body));
            assertThat(exception.getClass()).as(entry.get("id").asText()).isEqualTo(type(entry, status));
        }
        assertThat(errors).isGreaterThan(10);
    }

    private static Class<?> type(JsonNode entry, int status) {
        String id = entry.get("id").asText();
        if (id.contains("invalid-") || id.contains("not-credential") || id.contains("oauth2")) {
            return OvhAuthenticationException.class;
        }
        return switch (status) {
            case 400 -> id.startsWith("rule-") ? OvhEligibilityException.class : OvhRejectedInputException.class;
            case 403 -> OvhMissingRightException.class;
            case 404 -> OvhNotFoundException.class;
            case 408 -> OvhServerFaultException.class;
            case 460 -> OvhExpiredServiceException.class;
            default -> throw new IllegalStateException(id + " has an unexpected status " + status);
        };
    }
}
