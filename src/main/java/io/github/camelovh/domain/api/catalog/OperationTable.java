// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

import io.github.camelovh.domain.api.catalog.Parameter.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the operation table and refuses errors in it, with their line. The head of the table explains its format. */
final class OperationTable {

    /** The types of values, besides those that the table declares as text. */
    static final Set<String> SCALARS = Set.of(
            "string",
            "text",
            "password",
            "long",
            "double",
            "boolean",
            "date",
            "datetime",
            "duration",
            "uuid",
            "ip",
            "ipBlock",
            "phoneNumber",
            "json");

    private static final int COLUMNS = 11;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern PARAMETER = Pattern.compile("(?:\\{(\\w+)}|([?^]?)([\\w.-]+)):([\\w.]+(?:\\[])?)(!?)");
    private static final Set<String> FLAGS = Set.of("anonymous", "unsigned", "beta", "deprecated");
    private static final String REST = "...";

    private final Set<String> types = new HashSet<>(SCALARS);
    private final Map<String, Members> bodies = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<String, Integer> patterns = new HashMap<>();
    private int line;

    private OperationTable() {}

    private record Members(List<Parameter> named, boolean open) {}

    static List<Operation> read(List<String> lines) {
        OperationTable table = new OperationTable();
        for (String text : lines) {
            table.line++;
            if (!text.isBlank() && !text.startsWith("#")) {
                table.take(text.strip());
            }
        }
        table.checkItems();
        return table.operations;
    }

    private void take(String text) {
        if (text.startsWith("text ")) {
            check(types.add(text.substring(5).strip()), "type declared twice");
        } else if (text.startsWith("body ")) {
            String[] cells = cells(text.substring(5), 2);
            check(bodies.put(cells[0], members(cells[1])) == null, "body declared twice: " + cells[0]);
        } else {
            operations.add(operation(cells(text, COLUMNS)));
        }
    }

    private Operation operation(String[] cell) {
        String[] route = cell[2].split(" ", -1);
        check(route.length == 2, "a route is METHOD and path, not \"" + cell[2] + "\"");
        List<Parameter> parameters =
                new ArrayList<>(words(cell[3]).map(this::parameter).toList());
        checkPlaceholders(route[1], parameters);
        boolean named = cell[4].startsWith("(");
        Members members = body(cell[4], named);
        checkUnique(parameters);
        parameters.addAll(members.named());
        String[] lists = cell[8].split(" > ", -1);
        Operation operation = new Operation(
                cell[0],
                cell[1],
                constant(HttpMethod.class, route[0]),
                route[1],
                parameters,
                named || cell[4].equals("-") ? "" : cell[4],
                members.open(),
                cell[5],
                constant(Repeat.class, cell[6]),
                constant(Risk.class, cell[7]),
                words(lists[0].replace(',', ' '))
                        .map(each -> constant(ListStrategy.class, each))
                        .collect(Collectors.toSet()),
                lists.length == 2 && !lists[1].equals("-") ? lists[1] : "",
                words(cell[9]).toList(),
                words(cell[10]).map(each -> known(each, FLAGS, "flag")).collect(Collectors.toSet()));
        checkOnly(names, operation.fullName(), "name");
        checkOnly(patterns, PLACEHOLDER.matcher(operation.route()).replaceAll("{}"), "route");
        check(
                (operation.method() == HttpMethod.GET) == (operation.repeat() == Repeat.READ),
                "READ is for GET, and GET is READ: " + operation.route());
        check(
                operation.repeat() != Repeat.READ || operation.risk() != Risk.SPEND,
                "what changes nothing spends nothing: " + operation.route());
        return operation;
    }

    private Members body(String cell, boolean named) {
        if (named) {
            return members(cell);
        }
        if (cell.equals("-")) {
            return new Members(List.of(), false);
        }
        Members members = bodies.get(cell);
        check(members != null, "no body line above for type " + cell);
        return members;
    }

    private Members members(String cell) {
        check(cell.startsWith("(") && cell.endsWith(")"), "members must be in parentheses, not \"" + cell + "\"");
        List<String> words = words(cell.substring(1, cell.length() - 1)).toList();
        List<Parameter> named = words.stream()
                .filter(word -> !word.equals(REST))
                .map(this::parameter)
                .toList();
        check(named.stream().allMatch(each -> each.place() == Place.BODY), "a body's member is name:type");
        checkUnique(named);
        return new Members(named, words.contains(REST));
    }

    private Parameter parameter(String text) {
        Matcher matcher = PARAMETER.matcher(text);
        check(matcher.matches(), "not a parameter: \"" + text + "\"");
        String type = matcher.group(4);
        known(type.replace("[]", ""), types, "type");
        if (matcher.group(1) != null) {
            return new Parameter(matcher.group(1), Place.PATH, type, true);
        }
        Place place =
                switch (matcher.group(2)) {
                    case "?" -> Place.QUERY;
                    case "^" -> Place.HEADER;
                    default -> Place.BODY;
                };
        return new Parameter(matcher.group(3), place, type, !matcher.group(5).isEmpty());
    }

    private void checkPlaceholders(String path, List<Parameter> parameters) {
        List<String> declared = parameters.stream()
                .filter(each -> each.place() == Place.PATH)
                .map(Parameter::name)
                .toList();
        List<String> used =
                PLACEHOLDER.matcher(path).results().map(each -> each.group(1)).toList();
        check(declared.equals(used), "placeholders " + used + " but path parameters " + declared);
        check(
                parameters.stream().noneMatch(each -> each.place() == Place.BODY),
                "a parameter needs {}, ? or ^: " + parameters);
    }

    private void checkUnique(List<Parameter> parameters) {
        Set<String> seen = new HashSet<>();
        parameters.forEach(each -> check(seen.add(each.name()), "two parameters named " + each.name()));
    }

    private void checkItems() {
        for (Operation each : operations) {
            line = names.get(each.fullName());
            check(
                    each.item().isEmpty() || names.containsKey(each.resource() + ":" + each.item()),
                    "no operation " + each.item() + " to read a listed object");
        }
    }

    private void checkOnly(Map<String, Integer> seen, String value, String what) {
        Integer before = seen.putIfAbsent(value, line);
        check(before == null, what + " " + value + " is already in line " + before);
    }

    private String[] cells(String text, int count) {
        String[] cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        check(cells.length == count, count + " columns are needed, not " + cells.length);
        check(Arrays.stream(cells).noneMatch(String::isEmpty), "an empty column is written as -");
        return cells;
    }

    private static Stream<String> words(String cell) {
        return cell.equals("-") ? Stream.empty() : Arrays.stream(cell.split(" +"));
    }

    private <E extends Enum<E>> E constant(Class<E> type, String name) {
        List<String> accepted =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return Enum.valueOf(type, known(name, accepted, type.getSimpleName()));
    }

    private String known(String word, Collection<String> accepted, String what) {
        // Not by check(): what is nearest takes long to find, and the table has thousands of words that are known.
        if (!accepted.contains(word)) {
            throw wrong("unknown " + what + " \"" + word + "\"" + Nearest.hint(word, new TreeSet<>(accepted)));
        }
        return word;
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            throw wrong(otherwise);
        }
    }

    private IllegalStateException wrong(String what) {
        return new IllegalStateException("operations.txt, line " + line + ": " + what);
    }
}
