// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.server.SandboxOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A policy, and its effect on the names of an account: differences from the policy, notifications, and payments. */
final class RenewalYear {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String POLICY = """
            leadDays: 30
            rules:
              - {name: ours, match: {extensions: [fr, net, org]}, outcome: renew, tell: it@example.com}
              - {name: for two years, match: {extensions: [eu]}, outcome: renew, years: 2}
              - {name: by OVHcloud, match: {extensions: [com]}, outcome: automatic}
              - {name: dropped, match: {extensions: [de, ovh]}, outcome: let-expire}
              - {name: the rest, outcome: ask}
            """;
    private static final int LEAD = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final OvhSandbox sandbox;
    private final Path folder;
    private final List<String> nodes;
    private final Map<String, Seen> before;
    private final LocalDate start;

    /** A name as its account sees it. */
    private record Seen(LocalDate expires, String state, String renewal) {}

    /** A warning from one node; {@code name} includes the expiry of the warning. */
    private record Told(String node, String id, String name, int tier) {}

    /**
     * The year begins now.
     *
     * @param folder contains the folders of the nodes
     */
    RenewalYear(OvhSandbox sandbox, Path folder, List<String> nodes) throws Exception {
        this.sandbox = sandbox;
        this.folder = folder;
        this.nodes = List.copyOf(nodes);
        this.before = names();
        this.start = today();
    }

    private Map<String, Seen> names() throws Exception {
        Map<String, Seen> all = new HashMap<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/domain"))
                .header("Authorization", "Bearer " + OvhSandbox.ACCESS_TOKEN)
                .header("X-Pagination-Mode", "CachedObjectList-Pages")
                .header("X-Pagination-Size", "5000")
                .header("X-Pagination-Number", "1")
                .header("Pragma", "no-cache")
                .build();
        for (JsonNode each : JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body())) {
            all.put(
                    each.path("domain").asText(),
                    new Seen(
                            OffsetDateTime.parse(each.path("expirationDate").asText())
                                    .toLocalDate(),
                            each.path("state").asText(),
                            each.path("renewalState").asText()));
        }
        return all;
    }

    private static String wish(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return switch (extension) {
            case "fr", "net", "org" -> "renew 1";
            case "eu" -> "renew 2";
            case "com" -> "automatic";
            case "de", "ovh" -> "let-expire";
            default -> "ask";
        };
    }

    private LocalDate today() {
        return LocalDate.ofInstant(sandbox.now(), ZoneOffset.UTC);
    }

    /** Whether OVHcloud's settings match the policy, so that it renews nothing that we should renew. */
    boolean isSetAsWished() throws Exception {
        return names().entrySet().stream().allMatch(each -> switch (wish(each.getKey())) {
            case "renew 1", "renew 2" -> each.getValue().renewal().equals("manual_renew");
            case "let-expire" -> each.getValue().renewal().equals("cancellation_requested");
            case "automatic" -> each.getValue().renewal().equals("automatic_renew");
            default -> true;
        });
    }

    /**
     * Our renewals, without those that a node did not pay because it was killed, and that no node took over in time.
     */
    List<SandboxOrder> ours() {
        return sandbox.orders().stream()
                .filter(order -> order.action().equals("renew") && !order.cancelled())
                .toList();
    }

    private long dead() {
        return sandbox.orders().stream().filter(SandboxOrder::cancelled).count();
    }

    /**
     * What is wrong; empty if nothing is wrong.
     *
     * @param step days between two checks
     * @param killed how often a node was killed
     */
    List<String> wrong(int step, int killed) throws Exception {
        List<String> wrong = new ArrayList<>();
        checkNames(step, wrong);
        checkWarnings(step, killed, wrong);
        if (dead() > killed) {
            wrong.add(dead() + " orders died unpaid after " + killed + " kills");
        }
        if (ours().isEmpty() || !ours().stream().allMatch(SandboxOrder::paid)) {
            wrong.add("of our orders these are not paid: "
                    + ours().stream().filter(order -> !order.paid()).toList());
        }
        if (planned().compareTo(spent()) != 0) {
            wrong.add("planned were " + planned() + " EUR, spent " + spent());
        }
        if (nodes.size() == 1) {
            for (Path each : files("outbox", "renewals-.*\\.summary\\.json")) {
                JsonNode summary = JSON.readTree(each.toFile());
                if (summary.path("done").asInt() < summary.path("rows").asInt()) {
                    wrong.add("not all rows are done: " + summary);
                }
            }
        }
        return wrong;
    }

    String figures() throws Exception {
        long ids = warnings().stream().map(Told::id).distinct().count();
        return "%d names: %d renewals by us for %s EUR (plans: %s), %d by OVHcloud, %d orders died unpaid, %d names left,"
                        .formatted(
                                before.size(),
                                ours().size(),
                                spent(),
                                planned(),
                                sandbox.orders().stream()
                                        .filter(order -> order.action().equals("autorenew"))
                                        .count(),
                                dead(),
                                names().size())
                + " %d warnings (%d told again by the other node)"
                        .formatted(ids, warnings().size() - ids);
    }

    private BigDecimal spent() {
        return ours().stream().map(SandboxOrder::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void checkNames(int step, List<String> wrong) throws Exception {
        Map<String, Seen> after = names();
        Map<String, Long> ours =
                ours().stream().collect(Collectors.groupingBy(SandboxOrder::domain, Collectors.counting()));
        Map<String, Long> theirs = sandbox.orders().stream()
                .filter(order -> order.action().equals("autorenew"))
                .collect(Collectors.groupingBy(SandboxOrder::domain, Collectors.counting()));
        before.forEach((name, then) -> {
            String wish = wish(name);
            Seen now = after.get(name);
            long bought = ours.getOrDefault(name, 0L);
            if (!wish.startsWith("renew") && bought > 0) {
                wrong.add(name + " was renewed by us, and the policy says " + wish);
            }
            if ((wish.startsWith("renew") || wish.equals("let-expire")) && theirs.containsKey(name)) {
                wrong.add(name + " was renewed by OVHcloud, and the policy says " + wish);
            }
            if (wish.startsWith("renew")) {
                int years = wish.endsWith("2") ? 2 : 1;
                if (now == null || !now.state().equals("ok")) {
                    wrong.add(name + " is lost: " + now);
                } else if (!now.expires().equals(then.expires().plusYears(bought * years))) {
                    wrong.add(name + " was bought " + bought + " times and went from " + then + " to " + now);
                } else if (bought > 0
                        && now.expires().minusYears(years).minusDays(LEAD).isAfter(today())) {
                    wrong.add(name + " was renewed too early: from " + then + " to " + now);
                } else if (now.expires().minusDays(LEAD - 2 * step).isBefore(today())) {
                    wrong.add(name + " is not renewed in time: " + now);
                }
            }
            if (wish.equals("automatic") && (now == null || !now.state().equals("ok"))) {
                wrong.add(name + " is lost: " + now);
            }
            if (wish.equals("let-expire") && now != null && !now.expires().equals(then.expires())) {
                wrong.add(name + " was to be given up: " + now);
            }
        });
    }

    private List<Path> files(String place, String pattern) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String node : nodes) {
            try (Stream<Path> found = Files.list(folder.resolve(node).resolve(place))) {
                found.filter(file -> file.getFileName().toString().matches(pattern))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** If one node planned a file and another one finished it, the first one still has the figures of the plan. */
    private BigDecimal planned() throws IOException {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Path each : files("outbox", "renewals-.*\\.summary\\.json")) {
            JsonNode summary = JSON.readTree(each.toFile());
            sums.merge(
                    summary.path("identity").asText(),
                    summary.path("totalWithTax").decimalValue(),
                    BigDecimal::max);
        }
        return sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Told> warnings() throws IOException {
        List<Told> all = new ArrayList<>();
        for (Path each : files("events", ".*\\.jsonl")) {
            String node = folder.relativize(each).getName(0).toString();
            for (String line : Files.readAllLines(each)) {
                JsonNode event = JSON.readTree(line);
                if (event.path("type").asText().endsWith("renewal.warning")) {
                    JsonNode data = event.path("data");
                    all.add(new Told(
                            node,
                            event.path("id").asText(),
                            event.path("subject").asText() + " "
                                    + data.path("expires").asText(),
                            data.path("tier").asInt()));
                }
            }
        }
        return all;
    }

    private void checkWarnings(int step, int killed, List<String> wrong) throws IOException {
        List<Told> all = warnings();
        Map<String, List<Told>> byWarning =
                all.stream().collect(Collectors.groupingBy(each -> each.name() + " in tier " + each.tier()));
        byWarning.forEach((warning, told) -> {
            if (told.stream().map(Told::id).distinct().count() > 1) {
                wrong.add(warning + " is told as several: " + told);
            }
            if (told.stream().map(Told::node).distinct().count() < told.size()) {
                wrong.add(warning + " was told twice by one node: " + told);
            }
        });
        // A node that is killed between sending and recording leaves a warning that the other node sends again, with
        // the same id.
        int again = all.size() - byWarning.size();
        if (again > (nodes.size() > 1 ? killed : 0)) {
            wrong.add(again + " warnings were told again, after " + killed + " kills");
        }
        Map<String, List<Integer>> tiersTold = all.stream()
                .collect(Collectors.groupingBy(Told::name, Collectors.mapping(Told::tier, Collectors.toList())));
        before.forEach((name, then) -> {
            boolean whole =
                    then.expires().isAfter(start.plusDays(92)) && then.expires().isBefore(today().minusDays(2));
            if (whole && wish(name).equals("let-expire")) {
                List<Integer> tiers = tiersTold.getOrDefault(name + " " + then.expires(), List.of());
                if (!tiers.containsAll(step == 1 ? List.of(90, 60, 30, 14, 7, 1) : List.of(90, 60, 30, 14, 7))) {
                    wrong.add(name + " was not warned of in time: " + tiers);
                }
            }
        });
    }
}
