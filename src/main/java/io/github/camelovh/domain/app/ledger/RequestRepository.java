// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of the files: taken in by chunks, read in the order of the file. Thread-safe. */
public final class RequestRepository {
    private static final int PAGE = 500;
    private static final Integer OPEN = 1;

    private final LedgerDatabase database;

    RequestRepository(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * What became of a chunk of rows.
     *
     * @param valid rows that now wait for their price
     * @param refused rows kept as refused, duplicates among them
     * @param duplicates rows refused because the same is already asked for
     */
    public record Stored(int valid, int refused, int duplicates) {}

    /**
     * What the orders of a file came to.
     *
     * @param orders different orders
     * @param totalWithTax sum of the ordered prices with tax, by currency
     */
    public record Spending(long orders, Map<String, BigDecimal> totalWithTax) {
        public Spending {
            totalWithTax = Map.copyOf(totalWithTax);
        }
    }

    /**
     * Takes in the next rows of a file, and notes how far it was read, in one transaction. A valid row for which an open
     * request exists (the same asked of the name, in this file or any other) is kept as refused.
     *
     * @param fileId a file in {@code RECEIVING}
     * @param rows rows behind those stored before, ascending by line; some hundreds at a time are quickest
     * @throws IllegalStateException if the file is in another state or these lines are stored already
     */
    public Stored add(long fileId, List<NewRequest> rows) {
        if (rows.isEmpty()) {
            return new Stored(0, 0, 0);
        }
        OffsetDateTime now = database.now();
        return database.write(handle -> {
            noteProgress(handle, fileId, rows, now);
            Map<String, String> taken = openRequests(handle, rows);
            PreparedBatch batch =
                    handle.prepareBatch("insert into request (file_id, line, action, domain, state, version,"
                            + " open_mark, purchase_key, buys, asked, row_data, sealed_secret, outcome, what_to_do, received_at, changed_at)"
                            + " values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            int valid = 0;
            int duplicates = 0;
            for (NewRequest row : rows) {
                NewRequest kept = row;
                String where = row.refusal() == null ? taken.get(row.openKey()) : null;
                if (where != null) {
                    duplicates++;
                    kept = row.refusedAs(
                            "duplicate: " + row.asked() + " of " + row.domain() + " is already asked for in " + where,
                            "nothing, if that one is right; else wait for its result and drop this row again");
                }
                boolean open = kept.refusal() == null;
                if (open) {
                    valid++;
                    taken.put(row.openKey(), "line " + row.line() + " of this file");
                }
                insert(batch, fileId, kept, open, now);
            }
            batch.execute();
            return new Stored(valid, rows.size() - valid, duplicates);
        });
    }

    private static void insert(PreparedBatch batch, long fileId, NewRequest row, boolean open, OffsetDateTime now) {
        batch.bind(0, fileId)
                .bind(1, row.line())
                .bind(2, row.action())
                .bind(3, row.domain())
                .bind(4, (open ? RequestState.RECEIVED : RequestState.REFUSED).name())
                .bind(5, open ? OPEN : null)
                .bind(6, row.purchaseKey())
                .bind(7, row.byCart())
                .bind(8, row.asked())
                .bind(9, row.rowData())
                .bind(10, row.sealedSecret())
                .bind(11, row.refusal())
                .bind(12, row.whatToDo())
                .bind(13, now)
                .bind(14, now)
                .add();
    }

    private static void noteProgress(Handle handle, long fileId, List<NewRequest> rows, OffsetDateTime now) {
        long first = rows.get(0).line();
        long last = rows.get(rows.size() - 1).line();
        int noted = handle.createUpdate("update import_file set rows_read = rows_read + :count, last_line = :last,"
                        + " changed_at = :now where id = :id and state = 'RECEIVING' and last_line < :first")
                .bind("count", rows.size())
                .bind("last", last)
                .bind("now", now)
                .bind("id", fileId)
                .bind("first", first)
                .execute();
        if (noted == 0) {
            throw new IllegalStateException("Lines " + first + " to " + last + " of file " + fileId
                    + " were not stored: it is no longer being read, or they are stored already");
        }
    }

    private static Map<String, String> openRequests(Handle handle, List<NewRequest> rows) {
        List<String> domains = rows.stream()
                .filter(row -> row.refusal() == null)
                .map(NewRequest::domain)
                .distinct()
                .toList();
        Map<String, String> found = new HashMap<>();
        if (!domains.isEmpty()) {
            handle.createQuery("select r.domain, r.asked, r.line, r.state, f.name from request r"
                            + " join import_file f on f.id = r.file_id"
                            + " where r.domain in (<domains>) and r.open_mark = 1")
                    .bindList("domains", domains)
                    .map((row, context) -> Map.entry(
                            NewRequest.openKey(row.getString("asked"), row.getString("domain")),
                            "line " + row.getLong("line") + " of " + row.getString("name") + " ("
                                    + row.getString("state").toLowerCase(Locale.ROOT) + ")"))
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    /**
     * The rows of a file in the order of its lines, read page by page; memory does not grow with the file, and no
     * transaction is open while the caller works on a row.
     *
     * @param states only rows that are in one of these when their page is read
     */
    public Stream<Request> inOrder(long fileId, Set<RequestState> states) {
        return pages(after -> page(fileId, after, states, PAGE));
    }

    /** As {@link #inOrder}, of the rows that are bought by a cart only. */
    public Stream<Request> purchases(long fileId, Set<RequestState> states) {
        return pages(after -> purchases(fileId, after, states, PAGE));
    }

    private static Stream<Request> pages(LongFunction<List<Request>> behind) {
        return Stream.iterate(
                        behind.apply(0),
                        page -> !page.isEmpty(),
                        page -> behind.apply(page.get(page.size() - 1).line()))
                .flatMap(List::stream);
    }

    /**
     * The next rows of a file in the order of its lines.
     *
     * @param afterLine only rows behind this line; 0 to begin
     * @param states only rows in one of these
     * @param most how many at most
     */
    public List<Request> page(long fileId, long afterLine, Set<RequestState> states, int most) {
        return page(fileId, afterLine, states, "", most);
    }

    /** As {@link #page}, of the rows that cost money only. */
    public List<Request> costly(long fileId, long afterLine, Set<RequestState> states, int most) {
        return page(
                fileId,
                afterLine,
                states,
                " and purchase_key is not null and (terms is null or price_without_tax is not null)",
                most);
    }

    /** As {@link #page}, of the rows that are bought by a cart only. */
    public List<Request> purchases(long fileId, long afterLine, Set<RequestState> states, int most) {
        return page(fileId, afterLine, states, " and buys = true", most);
    }

    private List<Request> page(long fileId, long afterLine, Set<RequestState> states, String which, int most) {
        if (states.isEmpty()) {
            return List.of();
        }
        return database.read(
                handle -> handle.createQuery("select * from request where file_id = :file and line > :after"
                                + " and state in (<states>)" + which + " order by file_id, line limit :most")
                        .bind("file", fileId)
                        .bind("after", afterLine)
                        .bindList("states", names(states))
                        .bind("most", most)
                        .map((row, context) -> RowMapper.request(row))
                        .list());
    }

    /** The names in a file that have rows in one of these states which need no cart, in the order of their first one. */
    public List<String> namesToChange(long fileId, Set<RequestState> states) {
        return database.read(handle -> handle.createQuery("select domain from request where file_id = :file"
                        + " and buys = false and state in (<states>) group by domain order by min(line)")
                .bind("file", fileId)
                .bindList("states", names(states))
                .mapTo(String.class)
                .list());
    }

    /** The rows of one name in a file that need no cart and are in one of these states, by line. */
    public List<Request> changes(long fileId, String domain, Set<RequestState> states) {
        return database.read(
                handle -> handle.createQuery("select * from request where domain = :domain and file_id = :file"
                                + " and buys = false and state in (<states>) order by line")
                        .bind("domain", domain)
                        .bind("file", fileId)
                        .bindList("states", names(states))
                        .map((row, context) -> RowMapper.request(row))
                        .list());
    }

    /** A text that changes whenever rows of a file come into a state, leave it, or change in it. */
    public String sign(long fileId, RequestState state) {
        return database.read(handle -> handle.createQuery("select count(*) || ' ' || coalesce(sum(id), 0) || ' '"
                        + " || coalesce(sum(version), 0) from request where state = :state and file_id = :file")
                .bind("state", state.name())
                .bind("file", fileId)
                .mapTo(String.class)
                .one());
    }

    /** How many rows of a file are in which state; states without rows are left out. */
    public Map<RequestState, Long> counts(long fileId) {
        Map<RequestState, Long> counts = new EnumMap<>(RequestState.class);
        database.read(handle -> handle.createQuery(
                        "select state, count(*) as n from request where file_id = :file group by state")
                .bind("file", fileId)
                .map((row, context) -> counts.put(RequestState.valueOf(row.getString("state")), row.getLong("n")))
                .list());
        return counts;
    }

    /** One request as it stands now. */
    public Optional<Request> find(long requestId) {
        return database.read(handle -> find(handle, requestId));
    }

    /** All that was ever asked for one name, newest first; at most a hundred. */
    public List<Request> findByDomain(String domain) {
        return database.read(
                handle -> handle.createQuery("select * from request where domain = :domain order by id desc limit 100")
                        .bind("domain", domain)
                        .map((row, context) -> RowMapper.request(row))
                        .list());
    }

    /** The name that an order was made for; empty where the ledger knows nothing of the order. */
    Optional<String> orderedFor(long orderId) {
        return database.read(handle -> handle.createQuery("select domain from made_order where order_id = :order")
                .bind("order", orderId)
                .mapTo(String.class)
                .findOne());
    }

    /** Every move of a request, oldest first. */
    public List<RequestMove> history(long requestId) {
        return database.read(handle -> history(handle, requestId));
    }

    /** What the orders of a file came to. */
    public Spending spending(long fileId) {
        return database.read(handle -> {
            Map<String, BigDecimal> totals = new TreeMap<>();
            handle.createQuery("select final_currency, sum(final_price) as total from request"
                            + " where file_id = :file and final_price is not null group by final_currency")
                    .bind("file", fileId)
                    .map((row, context) -> RowMapper.money(row, "total", "final_currency"))
                    .forEach(money -> totals.put(money.currency(), money.amount()));
            long orders = handle.createQuery("select count(distinct order_id) from request where file_id = :file")
                    .bind("file", fileId)
                    .mapTo(Long.class)
                    .one();
            return new Spending(orders, totals);
        });
    }

    /** The request that a purchase belongs to: the claimed one, else the newest that asked for it. */
    public Optional<Request> byPurchase(String purchaseKey, Optional<Claim> claim) {
        return claim.isPresent()
                ? find(claim.get().requestId())
                : database.read(handle -> handle.createQuery(
                                "select * from request where domain = :domain and purchase_key = :key"
                                        + " order by id desc limit 1")
                        .bind("domain", domainOf(purchaseKey))
                        .bind("key", purchaseKey)
                        .map((row, context) -> RowMapper.request(row))
                        .findOne());
    }

    /** The key's last word is the name; there is an index on names, and none on keys. */
    private static String domainOf(String purchaseKey) {
        return purchaseKey.substring(purchaseKey.lastIndexOf(' ') + 1);
    }

    static Optional<Request> find(Handle handle, long requestId) {
        return handle.createQuery("select * from request where id = :id")
                .bind("id", requestId)
                .map((row, context) -> RowMapper.request(row))
                .findOne();
    }

    static List<RequestMove> history(Handle handle, long requestId) {
        return handle.createQuery("select * from event where request_id = :id order by id")
                .bind("id", requestId)
                .map((row, context) -> RowMapper.move(row))
                .list();
    }

    static List<String> names(Set<RequestState> states) {
        return states.stream().map(Enum::name).toList();
    }
}
