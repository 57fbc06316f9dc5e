// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class OvhSandboxExtensionTest {

    @Nested
    @ExtendWith(OvhSandboxExtension.class)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class OnAClass {

        @Test
        @Order(1)
        void handsTheSandboxToParameters(OvhSandbox sandbox) throws Exception {
            assertThat(new TestCaller(sandbox).get("/domain").status()).isEqualTo(200);
            assertThat(sandbox.calls()).isOne();
        }

        @Test
        @Order(2)
        void startsEachTestAnew(OvhSandbox sandbox) {
            assertThat(sandbox.calls()).isZero();
        }

        @Nested
        class AndWithin {
            @Test
            void servesNestedClasses(OvhSandbox sandbox) {
                assertThat(sandbox.baseUrl().toString()).matches("http://127\\.0\\.0\\.1:\\d+/1\\.0");
            }
        }
    }

    @Nested
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class KeepingState {
        @RegisterExtension
        static final OvhSandboxExtension OVH =
                OvhSandboxExtension.with(SandboxOptions.defaults()).keepingState();

        @Test
        @Order(1)
        void isCalledOnce() throws Exception {
            new TestCaller(OVH.sandbox()).get("/domain");
        }

        @Test
        @Order(2)
        void remembersTheCall() {
            assertThat(OVH.sandbox().calls("GET /domain")).isOne();
        }
    }

    @Nested
    class InAnInstanceField {
        @RegisterExtension
        final OvhSandboxExtension ovh = OvhSandboxExtension.with(SandboxOptions.defaults());

        @Test
        void runsForTheTest() {
            assertThat(ovh.sandbox().calls()).isZero();
        }
    }

    @Test
    void runsDuringTestsOnly() {
        assertThatThrownBy(() -> new OvhSandboxExtension().sandbox()).isInstanceOf(IllegalStateException.class);
    }
}
