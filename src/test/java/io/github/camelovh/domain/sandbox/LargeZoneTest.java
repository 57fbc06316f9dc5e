// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A zone of 20,000 records is read in all possible ways, and each is fast. */
class LargeZoneTest {
    private static final String RECORDS = "/domain/zone/large.example/record";
    private static final int SIZE = 20_000;
    /**
     * Far above the measured time (some tens of milliseconds), far below the time with one more step for each record.
     */
    private static final Duration QUICK = Duration.ofMillis(1_500);

    @RegisterExtension
    static final OvhSandboxExtension OVH = OvhSandboxExtension.with(
            SandboxOptions.defaults().withZone("large.example", SIZE).withPagesEverywhere());

    private TestCaller caller;

    @BeforeEach
    void connect() {
        caller = new TestCaller(OVH.sandbox());
    }

    private static <T> T quick(String what, Callable<T> act) throws Exception {
        act.call();
        long start = System.nanoTime();
        T result = act.call();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(taken).as(what).isLessThan(QUICK);
        System.getLogger(LargeZoneTest.class.getName())
                .log(System.Logger.Level.INFO, what + " took " + taken.toMillis() + " ms");
        return result;
    }

    @Test
    void listExportBatchAndPages() throws Exception {
        JsonNode ids = quick("list", () -> caller.get(RECORDS).json());
        assertThat(ids).hasSize(SIZE);
        assertThat(quick("filtered list", () -> caller.get(RECORDS + "?fieldType=NS&subDomain=")
                        .json()))
                .hasSize(2);

        List<String> hundred = new ArrayList<>();
        ids.forEach(id -> hundred.add(id.asText()));
        String path = RECORDS + "/" + hundred.stream().limit(100).collect(Collectors.joining(","));
        assertThat(quick("batch of 100", () -> caller.get(path, "X-Ovh-Batch", ",")
                        .json()))
                .hasSize(100);

        String export = quick("export", () -> caller.get("/domain/zone/large.example/export")
                        .json())
                .asText();
        assertThat(export.lines()).hasSize(SIZE + 2);

        JsonNode page = quick("page of 1000", () -> caller.get(
                        RECORDS, "X-Pagination-Mode", "CachedObjectList-Pages", "X-Pagination-Size", "1000")
                .json());
        assertThat(page).hasSize(1_000);
        assertThat(page.get(0).path("fieldType").asText()).isNotEmpty();
    }

    @Test
    void oneRecordMore() throws Exception {
        quick("create", () -> caller.post(RECORDS, "{\"fieldType\":\"A\",\"subDomain\":\"x\",\"target\":\"192.0.2.1\"}")
                .json());
        quick("refresh", () -> {
            TestCaller.Answer answer = caller.post("/domain/zone/large.example/refresh", "");
            OVH.sandbox().advance(Duration.ofSeconds(5));
            return answer;
        });
    }
}
