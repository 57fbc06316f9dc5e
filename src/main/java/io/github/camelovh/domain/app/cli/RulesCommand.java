// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.endpoint.EndpointAnswer;
import io.github.camelovh.domain.app.result.TextTable;
import io.github.camelovh.domain.app.row.FormulaGuard;
import io.github.camelovh.domain.app.row.RowSample;
import io.github.camelovh.domain.app.runtime.Connection;
import io.github.camelovh.domain.rules.RuleField;
import io.github.camelovh.domain.rules.RuleParameters;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules}: the data that a registry asks for, so that a file can be prepared. */
@Command(
        name = "rules",
        description =
                "Shows what a registry asks for a name: as a table, as a JSON Schema, or as a file to fill in. Makes"
                        + " one call, which needs no rights.",
        mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
    private static final int SHOWN = 8;
    private static final List<Integer> WIDTHS = List.of(40, 9, 60, 30);

    /** What the user wants to do with the name. */
    enum Action {
        CREATE,
        TRANSFER,
        TRADE,
        UPDATE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "NAME", description = "A name, or an extension such as fr.")
    private String name;

    @Option(
            names = "--action",
            description = "What you want to do with the name: ${COMPLETION-CANDIDATES}. Default: create.")
    private Action action = Action.CREATE;

    @Option(names = "--json-schema", description = "Print a JSON Schema of the data.")
    private boolean schema;

    @Option(names = "--csv", description = "Print the header of a file for `import`, with one example row.")
    private boolean csv;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DomainName domain = DomainName.of(name.contains(".") ? name : "example." + name);
        EndpointAnswer told;
        try (Connection connection = Connection.open(options.properties())) {
            told = connection
                    .endpoints()
                    .call("rules", schema ? "schema" : "explain", Map.of("domain", domain, "action", action.word()));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (schema) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(told.body()));
        } else if (csv) {
            out.print(sample(RowSample.of(domain, action.word(), told.listOf(RuleField.class))));
        } else {
            out.print(table(told.listOf(RuleField.class)));
        }
        out.flush();
        return ExitCode.DONE.code();
    }

    private static String sample(Map<String, String> row) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(row.keySet());
            writer.writeRecord(row.values().stream().map(FormulaGuard::cell).toList());
        }
        return text.toString();
    }

    private static String table(List<RuleField> fields) {
        TextTable table = new TextTable(List.of("column", "needed", "values", "example"), WIDTHS);
        for (RuleField field : fields) {
            List<String> notes = new ArrayList<>(field.demands());
            if (field.description() != null) {
                notes.add(0, field.description());
            }
            table.add(
                    List.of(
                            RuleParameters.nameOf(field.path()),
                            switch (field.need()) {
                                case ALWAYS -> "yes";
                                case SOMETIMES -> "sometimes";
                                case OPTIONAL -> "no";
                            },
                            values(field),
                            field.example() == null ? "" : field.example()),
                    String.join("; ", notes));
        }
        return table.render();
    }

    private static String values(RuleField field) {
        List<String> all = field.oneOf();
        return all.size() <= SHOWN
                ? String.join(" ", all)
                : String.join(" ", all.subList(0, SHOWN)) + " and " + (all.size() - SHOWN) + " others";
    }
}
