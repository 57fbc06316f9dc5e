// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantedAccessTest {

    @ParameterizedTest
    @CsvSource({
        "/*,             /domain,                    true",
        "/domain/zone/*, /domain/zone/a.fr/record/1, true",
        "/domain/zone/*, /domain/zone,               false",
        "/me,            /me/order,                  false",
        "/me,            /me,                        true",
        "/domain/*/task, /domain/a.fr/task,          true",
        "/domain/a.fr,   /domain/axfr,               false",
        "' /domain',     /domain,                    false"
    })
    void coversWithStarsOnly(String rule, String called, boolean covered) {
        assertThat(new GrantedAccess("GET", rule).covers("GET", called)).isEqualTo(covered);
        assertThat(new GrantedAccess("POST", rule).covers("GET", called)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.0/24, 198.51.100.7, true",
        "198.51.100.0/24, 198.51.101.7, false",
        "198.51.100.7,    198.51.100.7, true",
        "0.0.0.0/0,       127.0.0.1,    true",
        "2001:db8::/32,   127.0.0.1,    false"
    })
    void knowsItsAddresses(String block, String address, boolean inside) {
        assertThat(IpBlock.contains(block, address)).isEqualTo(inside);
    }
}
