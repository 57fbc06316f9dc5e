// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An action of the user's own: rows of its name are planned and done by its own routes.
 *
 * @param name what rows write in the column {@code action}, and its routes after {@code plan-} and {@code do-}
 * @param columns what its rows may have besides {@code action} and {@code domain}, under their proper names
 * @param routes the file that has its routes
 */
public record UserAction(String name, List<String> columns, Path routes) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern OWN_COLUMN = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");
    private static final Set<String> TAKEN = Set.of(
            Columns.ACTION, Columns.DOMAIN, "authcode", "result", "owner", "config", "disclosure", "obfuscation");

    /** @throws IllegalArgumentException if it has a name or a column that cannot be */
    public UserAction {
        Objects.requireNonNull(routes);
        if (!NAME.matcher(name).matches() || RowParsers.standard().offered().contains(name)) {
            throw new IllegalArgumentException("\"" + name
                    + "\" cannot be the name of an action of your own: it needs small letters, digits and hyphens, and must"
                    + " not be one of "
                    + String.join(", ", RowParsers.standard().offered()));
        }
        List<String> proper = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            String lower = column.toLowerCase(Locale.ROOT);
            boolean own = OWN_COLUMN.matcher(column).matches();
            if (TAKEN.contains(lower) || !(own || Columns.properName(column).isPresent()) || !seen.add(lower)) {
                throw new IllegalArgumentException("\"" + column
                        + "\" cannot be a column of an action of your own: name each once, by letters and digits or as one"
                        + " of " + Columns.accepted() + "; but not action, domain or authCode");
            }
            proper.add(Columns.properName(column).orElse(column));
        }
        columns = List.copyOf(proper);
    }
}
