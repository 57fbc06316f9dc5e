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
package io.github.camelovh.domain.app.row;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns that a file may have. Owner members are those of {@code me.contact.Contact}, named as in the API. */
final class Columns {
    static final String ACTION = "action";
    static final String DOMAIN = "domain";
    static final String PERIOD = "period";
    static final String OWNER_CONTACT = "ownerContact";
    static final String OWNER = "owner.";
    static final String AUTH_CODE = "authCode";
    static final String MAX_PRICE = "maxPrice";
    static final String NAME_SERVERS = "nameServers";
    static final String CONFIG = "config.";
    static final String NOTE = "note";

    private static final List<String> PLAIN =
            List.of(ACTION, DOMAIN, PERIOD, OWNER_CONTACT, AUTH_CODE, MAX_PRICE, NAME_SERVERS, NOTE);

    private static final List<String> OWNER_MEMBERS = List.of(
            "address.city",
            "address.country",
            "address.line1",
            "address.line2",
            "address.line3",
            "address.otherDetails",
            "address.province",
            "address.zip",
            "birthCity",
            "birthCountry",
            "birthDay",
            "birthZip",
            "cellPhone",
            "companyNationalIdentificationNumber",
            "email",
            "fax",
            "firstName",
            "gender",
            "language",
            "lastName",
            "legalForm",
            "nationalIdentificationNumber",
            "nationality",
            "organisationName",
            "organisationType",
            "phone",
            "spareEmail",
            "vat");

    private static final List<String> ALL = Stream.concat(
                    PLAIN.stream(), OWNER_MEMBERS.stream().map(m -> OWNER + m))
            .toList();

    private static final java.util.Map<String, String> BY_LOWER_CASE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(c -> c.toLowerCase(Locale.ROOT), Function.identity()));

    private static final Pattern LABEL = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private Columns() {}

    /** The proper name of a column as somebody wrote it (any case, blanks around it); empty if there is no such column. */
    static Optional<String> properName(String written) {
        String lower = written.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith(CONFIG)) {
            String label = lower.substring(CONFIG.length()).toUpperCase(Locale.ROOT);
            return LABEL.matcher(label).matches() ? Optional.of(CONFIG + label) : Optional.empty();
        }
        return Optional.ofNullable(BY_LOWER_CASE.get(lower));
    }

    /** The accepted names in words. */
    static String accepted() {
        return String.join(", ", PLAIN) + ", config.LABEL, and owner.NAME with NAME one of "
                + String.join(", ", OWNER_MEMBERS);
    }

    /** The accepted name that is closest to what somebody wrote. */
    static Optional<String> nearest(String written) {
        return Nearest.to(written.strip(), ALL);
    }
}
