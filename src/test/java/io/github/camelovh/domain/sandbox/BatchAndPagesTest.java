// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchAndPagesTest {
    private static final String PAGES = "X-Pagination-Mode";
    private static final String BY_NUMBER = "CachedObjectList-Pages";
    private static final SandboxOptions FIVE = SandboxOptions.defaults().withDomains(5);

    @RegisterExtension
    static final OvhSandboxExtension OVH = OvhSandboxExtension.with(FIVE);

    private TestCaller caller;

    @BeforeEach
    void connect() {
        caller = new TestCaller(OVH.sandbox());
    }

    @Test
    void answersManyItemsInOneCall() throws Exception {
        List<String> names = names();

        JsonNode entries = caller.get("/domain/" + names.get(0) + ",gone.example," + names.get(1), "X-Ovh-Batch", ",")
                .json();

        assertThat(entries).hasSize(3);
        assertThat(entries.get(0).path("key").asText()).isEqualTo(names.get(0));
        assertThat(entries.get(0).at("/value/domain").asText()).isEqualTo(names.get(0));
        assertThat(entries.get(0).path("error").isNull()).isTrue();
        assertThat(entries.get(1).path("value").isNull()).isTrue();
        assertThat(entries.get(1).at("/error/message").asText()).isEqualTo("This service does not exist");
        OVH.sandbox().verifyCalls("GET /domain/{serviceName}", 1);
    }

    @Test
    void cutsAListOfObjectsIntoPages() throws Exception {
        List<String> seen = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            TestCaller.Answer answer =
                    caller.get("/domain", PAGES, BY_NUMBER, "X-Pagination-Number", "" + page, "X-Pagination-Size", "2");
            answer.json().forEach(object -> seen.add(object.path("domain").asText()));
            assertThat(answer.header("X-Pagination-Elements")).isEqualTo("5");
            assertThat(answer.header("X-Pagination-Total")).isEqualTo("3");
            assertThat(answer.header("X-Pagination-Number")).isEqualTo("" + page);
            assertThat(answer.header("X-Pagination-Size")).isEqualTo("2");
        }

        assertThat(seen).containsExactlyElementsOf(names());
        assertThat(OVH.sandbox().calls()).isEqualTo(4);
    }

    @Test
    void sortsAndFilters() throws Exception {
        List<String> names = new ArrayList<>(names());
        names.sort(null);

        assertThat(domains("X-Pagination-Sort", "domain")).containsExactlyElementsOf(names);
        assertThat(domains("X-Pagination-Filter", "domain:eq=" + names.get(1))).containsExactly(names.get(1));
        assertThat(domains("X-Pagination-Filter", "domain:ne=" + names.get(1))).hasSize(4);
        assertThat(domains("X-Pagination-Filter", "domain:in=" + names.get(1) + "," + names.get(3)))
                .hasSize(2);
        assertThat(domains("X-Pagination-Filter", "domain:like=" + names.get(1).substring(0, 4) + "%25"))
                .contains(names.get(1));
        assertThat(domains("X-Pagination-Filter", "domain:gt=" + names.get(2))).hasSize(2);
        assertThat(domains("X-Pagination-Filter", "domain:lt=" + names.get(2) + "&domain:ne=" + names.get(0)))
                .containsExactly(names.get(1));
    }

    @Test
    void followsCursorsOnBothVersions() throws Exception {
        for (String path : List.of("/domain", "/v2/domain/name")) {
            List<String> seen = new ArrayList<>();
            String cursor = null;
            do {
                TestCaller.Answer answer = cursor == null
                        ? caller.get(path, PAGES, "CachedObjectList-Cursor", "X-Pagination-Size", "2")
                        : caller.get(
                                path,
                                PAGES,
                                "CachedObjectList-Cursor",
                                "X-Pagination-Size",
                                "2",
                                "X-Pagination-Cursor",
                                cursor);
                answer.json()
                        .forEach(object -> seen.add(
                                object.path("domain").asText(object.path("id").asText())));
                cursor = answer.header("X-Pagination-Cursor-Next");
            } while (cursor != null);
            assertThat(seen).as(path).hasSize(5).containsExactlyInAnyOrderElementsOf(names());
        }
    }

    @Test
    void knowsNeitherWhereTheyAreSwitchedOff() throws Exception {
        try (OvhSandbox plain = OvhSandbox.start(FIVE.withoutBatch().withoutPages())) {
            TestCaller other = new TestCaller(plain);
            JsonNode list = other.get("/domain", PAGES, BY_NUMBER).json();

            assertThat(list.get(0).isTextual()).isTrue();
            assertThat(other.get(
                                    "/domain/" + list.get(0).asText() + ","
                                            + list.get(1).asText(),
                                    "X-Ovh-Batch",
                                    ",")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void pagesOnlyWhatIsKnownToUnlessToldOtherwise() throws Exception {
        assertThat(caller.get("/me/contact", PAGES, BY_NUMBER).header("X-Pagination-Elements"))
                .isNull();
        try (OvhSandbox everywhere = OvhSandbox.start(FIVE.withPagesEverywhere())) {
            assertThat(new TestCaller(everywhere)
                            .get("/me/contact", PAGES, BY_NUMBER)
                            .header("X-Pagination-Elements"))
                    .isNotNull();
        }
    }

    @Test
    void looksAtNoMoreNamesThanAPageHas() throws Exception {
        try (OvhSandbox large = OvhSandbox.start(FIVE.withDomains(50_000))) {
            TestCaller other = new TestCaller(large);
            List<Duration> times = new ArrayList<>();
            for (int page = 0; page < 9; page++) {
                long start = System.nanoTime();
                TestCaller.Answer answer = other.get("/v2/domain/name", "X-Pagination-Size", "1000");
                times.add(Duration.ofNanos(System.nanoTime() - start));
                assertThat(answer.json()).hasSize(1000);
            }
            assertThat(Collections.min(times)).isLessThan(Duration.ofMillis(500));
        }
    }

    private List<String> names() throws Exception {
        List<String> names = new ArrayList<>();
        caller.get("/domain").json().forEach(name -> names.add(name.asText()));
        return names;
    }

    private List<String> domains(String header, String value) throws Exception {
        List<String> names = new ArrayList<>();
        caller.get("/domain", PAGES, BY_NUMBER, header, value)
                .json()
                .forEach(object -> names.add(object.path("domain").asText()));
        return names;
    }
}
