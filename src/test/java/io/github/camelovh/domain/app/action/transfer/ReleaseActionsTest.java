// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.ScriptedTransport;
import io.github.camelovh.domain.api.Transport.Request;
import io.github.camelovh.domain.api.Transport.Result;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.task.Tasks;
import io.github.camelovh.domain.transfer.OutgoingTransfers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name of {@code .uk} whose row is taken up again after its process died. */
class ReleaseActionsTest {
    private static final DomainName NAME = DomainName.of("maison.uk");
    private static final String APPROVED = "hand it to Example Ltd (tag EXAMPLE-GB)";

    private final Map<Long, String> tasks = new TreeMap<>(Map.of(5L, "cancelled"));
    private final List<String> noted = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();
    private final OvhApi api = new ScriptedTransport(this::answer).api(new Credentials.PersonalToken("a-token"));
    private final ReleaseActions rows = new ReleaseActions(
            () -> new OutgoingTransfers(api),
            () -> new Tasks(api, RepairAdvisor.standard(), Duration.ofSeconds(1), Clock.systemUTC(), time -> {}),
            new AuthCodeFiles(Path.of("nowhere"), null, Clock.systemUTC()),
            Duration.ofDays(5),
            Clock.systemUTC());

    private Result answer(Request request) {
        String path = request.url().replaceFirst("^.*/(1\\.0|v1)", "").replaceFirst("\\?.*", "");
        String call = request.method() + " " + path;
        if (call.startsWith("GET /me/task/domain/")) {
            String ids = path.replaceFirst(".*/", "");
            return ScriptedTransport.json(200, ids.contains(",") ? batch(ids) : task(Long.parseLong(ids)));
        }
        switch (call) {
            case "GET /me/task/domain":
                return ScriptedTransport.json(200, tasks.keySet().toString());
            case "GET /domain/maison.uk":
                return ScriptedTransport.json(
                        200, "{\"domain\":\"maison.uk\",\"state\":\"ok\",\"transferLockStatus\":\"unavailable\"}");
            case "GET /domain/maison.uk/ukRegistrars":
                return ScriptedTransport.json(200, "[{\"tag\":\"EXAMPLE-GB\",\"name\":\"Example Ltd\"}]");
            case "POST /domain/maison.uk/ukOutgoingTransfer":
                happened.add("sent");
                tasks.put(9L, "todo");
                return ScriptedTransport.json(200, task(9));
            default:
                return ScriptedTransport.json(404, "{\"message\":\"no\"}");
        }
    }

    private String batch(String ids) {
        return Stream.of(ids.split(","))
                .map(id -> "{\"key\":\"" + id + "\",\"value\":" + task(Long.parseLong(id)) + ",\"error\":null}")
                .toList()
                .toString();
    }

    private String task(long id) {
        return "{\"id\":" + id + ",\"domain\":\"maison.uk\",\"function\":\"DomainOutgoingTransfer\",\"status\":\""
                + tasks.get(id) + "\"}";
    }

    private ExecutionResult act(String step) {
        ActionRow row = new ActionRow(
                1,
                new RowCommand.Leave(NAME, RowCommand.Leave.RELEASE, "EXAMPLE-GB"),
                null,
                null,
                new ChangeRun(
                        List.of(APPROVED),
                        step,
                        text -> {
                            noted.add(text);
                            happened.add("noted");
                        },
                        null));
        return rows.act(NAME, List.of(row)).get(0);
    }

    @Test
    void whatEndedBeforeIsNotedBeforeTheTagIsSent() {
        ExecutionResult ending = act(null);

        assertThat(ending)
                .isEqualTo(new ExecutionResult.Sent(
                        "maison.uk goes to the registrar with the tag EXAMPLE-GB", List.of(9L)));
        assertThat(noted).containsExactly("[5]");
        assertThat(happened).containsExactly("noted", "sent");
    }

    @Test
    void anEndedTransferOfBeforeIsNotTakenForThatOfTheRow() {
        ExecutionResult ending = act("[5]");

        assertThat(ending).isInstanceOf(ExecutionResult.Sent.class);
        assertThat(happened).containsExactly("noted", "sent");
    }

    @Test
    void whatWasSentIsNotSentAgainEvenIfItEnded() {
        tasks.put(9L, "done");

        ExecutionResult ending = act("[5]");

        assertThat(((ExecutionResult.Sent) ending).tasks()).containsExactly(9L);
        assertThat(happened).isEmpty();
    }
}
