// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.PurchaseKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Files with rows, brought as far as a test needs them. */
final class LedgerFixture {
    static final Money PRICE = Money.of("10.07 EUR");

    private final Ledger ledger;
    private final AtomicInteger files = new AtomicInteger();

    LedgerFixture(Ledger ledger) {
        this.ledger = ledger;
    }

    static PurchaseKey key(String domain) {
        return PurchaseKey.of(PurchaseAction.CREATE, DomainName.of(domain));
    }

    static NewRequest row(long line, String domain) {
        return NewRequest.purchase(
                line,
                "order",
                domain,
                key(domain).text(),
                "{\"action\":\"order\",\"domain\":\"" + domain + "\"}",
                null);
    }

    static String[] names(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i + ".fr").toArray(String[]::new);
    }

    long newFile() {
        int number = files.incrementAndGet();
        String hash = String.format("%064x", number);
        return ledger.files()
                .receive("file" + number + ".csv", hash, "dropper")
                .file()
                .id();
    }

    long received(String... domains) {
        long file = newFile();
        for (int from = 0; from < domains.length; from += 500) {
            int to = Math.min(domains.length, from + 500);
            ledger.requests()
                    .add(
                            file,
                            IntStream.range(from, to)
                                    .mapToObj(i -> row(i + 1L, domains[i]))
                                    .toList());
        }
        ledger.files().completeReading(file);
        return file;
    }

    long planned(String... domains) {
        long file = received(domains);
        long after = 0;
        List<Request> page = page(file, after);
        while (!page.isEmpty()) {
            ledger.plans().record(file, page.stream().map(LedgerFixture::priced).toList());
            after = page.get(page.size() - 1).line();
            page = page(file, after);
        }
        return file;
    }

    private List<Request> page(long file, long after) {
        return ledger.requests().page(file, after, EnumSet.of(RequestState.RECEIVED), 500);
    }

    static PlanResult priced(Request request) {
        return PlanResult.planned(
                request,
                new PlanFigures(Money.of("8.39 EUR"), PRICE, "create-default", "P1Y", null),
                "offer of the day");
    }

    long approved(String... domains) {
        long file = planned(domains);
        String code = ledger.plans().close(file).orElseThrow();
        ledger.plans().approve(file, code, "tester");
        return file;
    }

    /** Rows that buy nothing, one for each of these names, on the lines from 1. */
    long approvedChanges(String... domains) {
        long file = newFile();
        ledger.requests()
                .add(
                        file,
                        IntStream.range(0, domains.length)
                                .mapToObj(i -> NewRequest.change(
                                        i + 1L,
                                        "set-record",
                                        domains[i],
                                        "record n" + i + " A",
                                        null,
                                        "{\"action\":\"set-record\",\"domain\":\"" + domains[i] + "\"}",
                                        null))
                                .toList());
        ledger.files().completeReading(file);
        for (Request row : ledger.requests().page(file, 0, EnumSet.of(RequestState.RECEIVED), domains.length)) {
            PlanFigures change = PlanFigures.ofChanges("+ n A 192.0.2.1");
            ledger.plans().record(file, List.of(PlanResult.planned(row, change, "a record more")));
        }
        ledger.plans().approve(file, ledger.plans().close(file).orElseThrow(), "tester");
        return file;
    }

    Claim buying(String domain) {
        return claimOne(approved(domain));
    }

    Claim claimOne(long file) {
        return claimOne(file, "node");
    }

    Claim claimOne(long file, String owner) {
        return ledger.claims().claim(OptionalLong.of(file), true, owner).get(0).claim();
    }

    /** All purchases of a file, claimed name by name. */
    List<Request> claimAll(long file, String owner) {
        List<Request> all = new ArrayList<>();
        List<Request> claimed = ledger.claims().claim(OptionalLong.of(file), true, owner);
        while (!claimed.isEmpty()) {
            all.addAll(claimed);
            claimed = ledger.claims().claim(OptionalLong.of(file), true, owner);
        }
        return all;
    }

    Claim watchOne() {
        return ledger.claims().watch(true, 0, 1, "node").get(0).claim();
    }
}
