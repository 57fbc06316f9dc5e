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
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.row.RowHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The number by which a plan is approved: SHA-256 over what the operator saw of each row (columns, line, action, name,
 * every input cell, verdict, period, prices, offer). Another price, another cell or another row gives another digest, so
 * an approval holds for exactly one plan; reasons in words do not count. Used by one thread.
 */
public final class PlanDigest {
    private static final int SHORT = 12;

    private final MessageDigest sha;

    /** Begins a plan over rows with these columns. */
    public PlanDigest(RowHeader header) {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one has not", e);
        }
        number(header.columns().size());
        header.columns().forEach(this::text);
    }

    /** Adds a row, in the file's order. */
    public void add(PlanRow row) {
        number(row.line());
        text(row.action());
        text(row.domain());
        number(row.cells().size());
        row.cells().forEach(this::text);
        text(row.verdict().text());
        text(row.period());
        money(row.withoutTax());
        money(row.withTax());
        text(row.offer());
    }

    /** Ends the plan: 64 lower-case hexadecimal digits. To be asked once. */
    public String value() {
        return HexFormat.of().formatHex(sha.digest());
    }

    /** The first digits, enough to type. */
    public static String shortened(String digest) {
        return digest.substring(0, Math.min(SHORT, digest.length()));
    }

    private void money(Money money) {
        text(money == null ? null : money.toString());
    }

    /** Each text goes in with its length, so that no two lists of texts look alike; null is unlike the empty text. */
    private void text(String text) {
        if (text == null) {
            number(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        sha.update(bytes);
    }

    private void number(long number) {
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }
}
