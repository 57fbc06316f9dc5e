// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.SecretSeal;
import io.github.camelovh.domain.app.row.StoredRow;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The auth codes and later values of rows, sealed in the ledger and open only where they are used. Thread-safe. */
public final class RowSecrets {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<SecretSeal> seal;

    /** @param seal asked when there is something to seal or to open */
    public RowSecrets(Supplier<SecretSeal> seal) {
        this.seal = seal;
    }

    /** The auth code of a row; empty where none was given. */
    public Optional<AuthCode> authCode(Request row) {
        return Optional.ofNullable(row.sealedSecret())
                .map(text -> new AuthCode(seal.get().open(text, row.domain())));
    }

    /**
     * A row as the ledger may keep it.
     *
     * @param domain the name that the row is kept under
     */
    String sealRow(StoredRow row, String domain) {
        return row.sealed(cell -> seal.get().seal(cell, domain)).toJson();
    }

    /**
     * A row as it was dropped, its auth code apart.
     *
     * @throws io.github.camelovh.domain.app.ledger.LedgerException if it was sealed with another key
     */
    StoredRow row(Request row) {
        return StoredRow.fromJson(row.rowData()).opened(cell -> seal.get().open(cell, row.domain()));
    }

    /** Null for none. */
    String sealCode(AuthCode code, String domain) {
        return code == null ? null : seal.get().seal(code.secret(), domain);
    }

    String sealValues(Map<String, String> values, String domain) {
        try {
            return seal.get().seal(JSON.writeValueAsString(new TreeMap<>(values)), domain);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written as JSON", e);
        }
    }

    Map<String, String> supplied(String text, String domain) {
        if (text == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(seal.get().open(text, domain), new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The values that were given for " + domain + " cannot be read", e);
        }
    }

    /** A sign to know values again by. */
    String mark(String values) {
        return seal.get().mark(values);
    }
}
