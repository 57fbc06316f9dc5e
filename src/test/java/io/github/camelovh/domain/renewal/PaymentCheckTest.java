// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.ScriptedTransport;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentCheckTest {
    private static final LocalDate UNTIL = LocalDate.of(2027, 2, 25);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]  | {}                                                                            | no preferred payment method",
                "[5] | {\"status\":\"VALID\",\"expirationDate\":null}                                | ",
                "[5] | {\"status\":\"VALID\",\"expirationDate\":\"2027-03-31T00:00:00+02:00\"}       | ",
                "[5] | {\"status\":\"VALID\",\"expirationDate\":\"2027-01-31T00:00:00+01:00\"}       | expires on 2027-01-31",
                "[5] | {\"status\":\"EXPIRED\",\"expirationDate\":\"2026-01-31T00:00:00+01:00\"}     | is EXPIRED",
                "[5] | {\"status\":\"REJECTED\"}                                                     | is REJECTED",
            })
    void thePreferredMethodHasToBeValid(String preferred, String method, String trouble) {
        ScriptedTransport transport = new ScriptedTransport(
                request -> ScriptedTransport.json(200, request.url().contains("/method/5") ? method : preferred));
        PaymentCheck check = new PaymentCheck(transport.api(new Credentials.PersonalToken("a-token")));

        if (trouble == null) {
            assertThat(check.trouble(UNTIL)).isEmpty();
        } else {
            assertThat(check.trouble(UNTIL))
                    .hasValueSatisfying(words -> assertThat(words).contains(trouble));
        }
    }
}
