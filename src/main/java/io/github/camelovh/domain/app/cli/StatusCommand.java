/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestMove;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.product.Product;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code status}: where files and names stand. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows where the latest files stand, or everything that was ever done for one name.")
final class StatusCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A domain name in its ASCII form.")
    private String name;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--files", paramLabel = "N", description = "How many files. Default: ${DEFAULT-VALUE}.")
    private int most = 20;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (Ledger ledger = Product.openLedger(options.read(options.properties()), Clock.systemDefaultZone())) {
            if (name != null) {
                name(ledger, out);
            } else {
                files(ledger, out);
            }
        }
        out.flush();
        return ExitCode.DONE.code();
    }

    private void files(Ledger ledger, PrintWriter out) throws Exception {
        List<ImportedFile> files = ledger.files().latest(most);
        ArrayNode list = new ObjectMapper().createArrayNode();
        for (ImportedFile file : files) {
            Map<RequestState, Long> counts = ledger.requests().counts(file.id());
            ObjectNode one = list.addObject();
            one.put("file", file.name())
                    .put("state", word(file.state()))
                    .put("digest", file.planDigest())
                    .put("rows", file.rowsRead())
                    .put("receivedAt", file.receivedAt().toString())
                    .put("remark", file.remark());
            ObjectNode rows = one.putObject("states");
            counts.forEach((state, count) -> rows.put(word(state), count));
            if (!json) {
                out.println(file.name() + ": " + word(file.state()) + ", " + file.rowsRead() + " rows"
                        + counts.entrySet().stream()
                                .map(e -> e.getValue() + " " + word(e.getKey()))
                                .collect(Collectors.joining(", ", " (", ")"))
                        + (file.planDigest() == null ? "" : ", plan " + file.planDigest())
                        + (file.remark() == null ? "" : ": " + file.remark()));
            }
        }
        if (json) {
            out.println(list.toPrettyString());
        } else if (files.isEmpty()) {
            out.println("No file was imported yet.");
        }
    }

    private void name(Ledger ledger, PrintWriter out) {
        List<Request> requests = ledger.requests().findByDomain(name.toLowerCase(Locale.ROOT));
        ArrayNode list = new ObjectMapper().createArrayNode();
        for (Request request : requests) {
            ObjectNode one = list.addObject();
            one.put("domain", request.domain())
                    .put("action", request.action())
                    .put("line", request.line())
                    .put("state", word(request.state()))
                    .put("order", request.orderId())
                    .put("reason", request.outcome())
                    .put("whatToDo", request.whatToDo());
            ArrayNode moves = one.putArray("moves");
            if (!json) {
                out.println(request.domain() + " (" + request.action() + ", line " + request.line() + "): "
                        + word(request.state()));
            }
            for (RequestMove move : ledger.requests().history(request.id())) {
                moves.addObject()
                        .put("at", move.at().toString())
                        .put("from", word(move.from()))
                        .put("to", word(move.to()))
                        .put("why", move.why());
                if (!json) {
                    out.println(
                            "  " + move.at() + "  " + word(move.from()) + " -> " + word(move.to()) + "  " + move.why());
                }
            }
        }
        if (json) {
            out.println(list.toPrettyString());
        } else if (requests.isEmpty()) {
            out.println("Nothing was ever asked for " + name + ".");
        }
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
