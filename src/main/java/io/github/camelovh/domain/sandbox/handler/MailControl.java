// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.ControlHandler;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code /_sandbox/mails}: the mails that would have been sent, with their tokens, and the answer to a mail to the
 * owner of a name in transfer to the account.
 */
final class MailControl implements ControlHandler {

    private final Account account;
    private final TaskStore tasks;

    MailControl(Account account, TaskStore tasks) {
        this.account = account;
        this.tasks = tasks;
    }

    @Override
    public JsonNode answer(String method, List<String> path, JsonNode body) {
        if (method.equals("GET") && path.size() <= 1) {
            return Json.list(account.mails.stream()
                    .filter(mail -> path.isEmpty() || mail.about().equals(path.get(0)))
                    .map(MailControl::shown)
                    .toList());
        }
        if (!method.equals("POST") || path.size() != 1) {
            throw new IllegalArgumentException("The control routes are GET mails, GET mails/NAME and POST mails/TOKEN");
        }
        Optional<TaskState> trade = account.tasks.values().stream()
                .filter(one -> Trades.waitsFor(one, path.get(0)))
                .findFirst();
        if (trade.isPresent()) {
            return answered(trade.get(), path.get(0), body);
        }
        TaskState task = account.tasks.values().stream()
                .filter(one -> one.function.equals(TaskState.INCOMING))
                .filter(one -> one.step == TransferStep.CONFIRMATION && one.status == TaskState.Status.doing)
                .filter(one -> path.get(0).equals(one.token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No transfer and no change of owner waits for the"
                        + " confirmation with the token " + path.get(0)));
        if (body.path("refuse").asBoolean()) {
            tasks.take(task, TaskOutcome.error("The owner refused the transfer", true));
        } else {
            task.agreed = true;
            tasks.end(task);
        }
        return task.json();
    }

    private JsonNode answered(TaskState trade, String token, JsonNode body) {
        if (body.path("refuse").asBoolean()) {
            tasks.take(trade, TaskOutcome.cancelled("One of the owners refused the change"));
        } else if (Trades.agree(trade, token)) {
            tasks.end(trade);
        }
        return trade.json();
    }

    private static ObjectNode shown(MailState mail) {
        return Json.object(
                "at", SandboxWorld.dateTime(Instant.ofEpochMilli(mail.at())),
                "about", mail.about(),
                "what", mail.what(),
                "to", mail.to(),
                "task", mail.taskId(),
                "token", mail.token());
    }
}
