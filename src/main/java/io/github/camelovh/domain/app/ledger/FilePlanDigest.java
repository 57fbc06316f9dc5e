// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.model.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * The SHA-256 of all that is approved with a plan: the bytes of the file, the money limits it was shown with, and for each planned
 * row its line, cells, name, period, prices, and the terms that settings and guards add. Any other limit, price, cell or term, or one
 * row more or less, gives another digest.
 */
final class FilePlanDigest {
    private static final int PAGE = 500;

    private static final Pattern SEALED_CELL = Pattern.compile("sealed:[A-Za-z0-9+/=]+");

    private FilePlanDigest() {}

    static String of(Handle handle, ImportedFile file) {
        MessageDigest sha = sha256();
        take(sha, file.contentHash());
        if (file.limits().any().isPresent()) {
            take(sha, text(file.limits().perItem()));
            take(sha, text(file.limits().perRun()));
            take(sha, text(file.limits().perDay()));
        }
        long after = 0;
        List<Request> page;
        do {
            page = handle.createQuery("select * from request where file_id = :file and line > :after"
                            + " and state = 'PLANNED' order by file_id, line limit :most")
                    .bind("file", file.id())
                    .bind("after", after)
                    .bind("most", PAGE)
                    .map((row, context) -> RowMapper.request(row))
                    .list();
            for (Request request : page) {
                take(sha, request);
                after = request.line();
            }
        } while (page.size() == PAGE);
        return HexFormat.of().formatHex(sha.digest());
    }

    private static void take(MessageDigest sha, Request request) {
        PlanFigures plan = request.plan();
        take(sha, Long.toString(request.line()));
        take(sha, request.action());
        take(sha, request.domain());
        // Sealed anew for each ledger; what they say is part of the file's digest.
        take(sha, SEALED_CELL.matcher(request.rowData()).replaceAll("sealed"));
        take(sha, String.valueOf(plan.duration()));
        take(sha, String.valueOf(plan.pricingMode()));
        take(sha, text(plan.withoutTax()));
        take(sha, text(plan.withTax()));
        take(sha, String.valueOf(plan.terms()));
    }

    private static String text(Money money) {
        return money == null ? "unknown" : money.amount().stripTrailingZeros().toPlainString() + ' ' + money.currency();
    }

    /** The separator cannot be part of a value. */
    private static void take(MessageDigest sha, String value) {
        sha.update(value.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
