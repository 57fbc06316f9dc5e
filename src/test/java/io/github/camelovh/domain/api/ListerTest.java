// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static io.github.camelovh.domain.api.ScriptedTransport.json;
import static io.github.camelovh.domain.api.catalog.OperationCatalog.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.catalog.ListStrategy;
import io.github.camelovh.domain.api.model.DomainTask;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListerTest {
    private static final Credentials TOKEN = new Credentials.PersonalToken("token");
    private static final ListRequest TASKS = ListRequest.of(row("task:list"));

    private static Transport.Result one(Transport.Request request) {
        String id = request.url().substring(request.url().lastIndexOf('/') + 1);
        return switch (id) {
            case "2" -> json(404, "{\"message\":\"The requested object (id = 2) does not exist\"}");
            case "3" -> json(460, "{\"message\":\"This service is expired\"}");
            default -> json(200, "{\"id\":" + id + "}");
        };
    }

    @Test
    void readsNumberedPagesOneByOne() {
        ScriptedTransport transport = new ScriptedTransport(request -> {
            String page = request.headers().get("X-Pagination-Number");
            return json(200, "[{\"id\":" + page + "}]", "x-pagination-total", "3");
        });
        List<Integer> parts = new ArrayList<>();
        transport.api(TOKEN).pages(TASKS, DomainTask.class, part -> parts.add(part.callsMade()));
        assertThat(parts).containsExactly(1, 1, 1);
    }

    @Test
    void readsByCursorOnVersion2() {
        ScriptedTransport transport =
                new ScriptedTransport(request -> request.headers().containsKey("X-Pagination-Cursor")
                        ? json(200, "[{\"id\":2}]")
                        : json(200, "[{\"id\":1}]", "X-Pagination-Cursor-Next", "abc"));
        Listing<DomainTask> all =
                transport.api(TOKEN).list(ListRequest.of(row("alldom:listAlldoms")), DomainTask.class);
        assertThat(all.found()).extracting(DomainTask::id).containsExactly(1L, 2L);
        assertThat(transport.asked().get(0).url()).isEqualTo("https://eu.api.ovh.com/v2/domain/alldom");
    }

    @Test
    void degradesFromPagesToBatchWithoutAskingAgainWhenIdsCome() {
        ScriptedTransport transport =
                new ScriptedTransport(request -> request.url().endsWith("/1,2,3")
                        ? json(
                                200,
                                "[{\"key\":1,\"value\":{\"id\":1},\"error\":null},{\"key\":\"2\",\"value\":null,\"error\":"
                                        + "{\"message\":\"The requested object (id = 2) does not exist\"}},"
                                        + "{\"key\":\"3\",\"value\":null,\"error\":{\"message\":\"odd\"}}]")
                        : request.url().endsWith("/me/task/domain") ? json(200, "[1,2,3]") : one(request));
        OvhApi api = transport.api(TOKEN);
        Listing<DomainTask> all = api.list(TASKS, DomainTask.class);
        assertThat(all.found()).extracting(DomainTask::id).containsExactly(1L);
        assertThat(all.missing()).containsExactly("2");
        assertThat(all.expired()).containsExactly("3");
        assertThat(all.strategy()).isEqualTo(ListStrategy.BATCH);
        assertThat(all.callsMade()).isEqualTo(3); // ids, batch, the unclear one alone
        api.list(TASKS, DomainTask.class);
        assertThat(transport.asked().get(3).headers()).doesNotContainKey("X-Pagination-Mode");
    }

    @Test
    void degradesToSinglesOnceWhenPagesAndBatchAreRefused() {
        ScriptedTransport transport = new ScriptedTransport(request -> {
            if (request.headers().containsKey("X-Pagination-Mode")
                    || request.headers().containsKey("X-Ovh-Batch")) {
                return json(400, "{\"message\":\"no\"}");
            }
            return request.url().endsWith("/me/task/domain") ? json(200, "[1,2,3,4]") : one(request);
        });
        OvhApi api = transport.api(TOKEN);
        Listing<DomainTask> first = api.list(TASKS, DomainTask.class);
        assertThat(first.found()).extracting(DomainTask::id).containsExactly(1L, 4L);
        assertThat(first.missing()).containsExactly("2");
        assertThat(first.expired()).containsExactly("3");
        assertThat(first.callsMade()).isEqualTo(1 + 1 + 1 + 4);
        assertThat(api.list(TASKS, DomainTask.class).callsMade()).isEqualTo(1 + 4);
    }
}
