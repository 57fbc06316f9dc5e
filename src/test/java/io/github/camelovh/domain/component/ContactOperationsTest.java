// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.contact.AccountChange;
import io.github.camelovh.domain.contact.OwnerContact;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.sandbox.OvhSandboxExtension;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Resource {@code contact}: owners read, changed and replaced, and the accounts of names. */
class ContactOperationsTest {
    private static final String NAME = "already-mine.com";
    private static final String CHECKOUT = "POST /order/cart/{cartId}/checkout";

    @RegisterExtension
    static final OvhSandboxExtension OVH = OvhSandboxExtension.with(
            SandboxOptions.defaults().withDomains(4).withOwners(4).withTaskTime(Duration.ofMillis(200)));

    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void startCamel() {
        OvhDomainComponent component = SandboxComponent.in(context, OVH.sandbox());
        component.getConfiguration().setSettleTime(300);
        component.getDefaultAccount().setResponseTimeout(2000);
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    private Object contact(String operation, Object... parameters) {
        Map<String, Object> all = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            all.put((String) parameters[i], parameters[i + 1]);
        }
        return template.requestBodyAndHeader(
                "ovh-domain:contact?limitsFromMessage=true&operation=" + operation,
                null,
                OvhDomainConstants.PARAMETERS,
                all);
    }

    private OwnerContact owner() {
        return (OwnerContact) contact("ownerOf", "domain", NAME);
    }

    @Test
    void allOwnersAreReadInOneCall() {
        assertThat((List<?>) contact("listOwners")).hasSize(4);
        OVH.sandbox().verifyCalls("GET /domain/contact", 1);
    }

    @Test
    void someMembersAreChangedAndTheOthersStay() {
        OwnerContact before = owner();

        OwnerContact after = (OwnerContact) contact(
                "change",
                "contactId",
                before.id(),
                "owner.phone",
                "+33.900000000",
                "owner.address.line2",
                "2nd floor",
                "owner.address.zip",
                "-");

        assertThat(after.members())
                .containsEntry("phone", "+33.900000000")
                .containsEntry("address.line2", "2nd floor")
                .containsEntry("address.city", "Paris")
                .containsEntry("firstName", "Camille")
                .doesNotContainKey("address.zip");
        contact("change", "contactId", before.id(), "owner.phone", "+33 900 000 000");
        OVH.sandbox().verifyCalls("PUT /domain/contact/{contactId}", 1);
    }

    @Test
    void whatNobodyMayChangeIsToldBeforeAnythingIsSent() {
        assertThatThrownBy(() -> contact(
                        "change", "contactId", owner().id(), "owner.phone", "+33.9", "owner.lastName", "Lovelace"))
                .rootCause()
                .hasMessageContaining("lastName")
                .hasMessageContaining("contact:changeOwner")
                .hasMessageNotContaining("Lovelace");
        OVH.sandbox().verifyCalls("PUT /domain/contact/{contactId}", 0);
    }

    private Object changeOwner(String lastName) {
        return contact(
                "changeOwner",
                "domain",
                NAME,
                "maxPrice",
                "5 EUR",
                "owner.firstName",
                "Ada",
                "owner.lastName",
                lastName,
                "owner.email",
                "ada@example.com",
                "owner.phone",
                "+44.2012345678",
                "owner.language",
                "en_GB",
                "owner.legalForm",
                "individual",
                "owner.address.line1",
                "1 St James's Square",
                "owner.address.city",
                "London",
                "owner.address.zip",
                "SW1Y",
                "owner.address.country",
                "GB");
    }

    @Test
    void anotherOwnerIsOrderedOnceWhoeverAsksAgain() {
        long before = owner().id();
        OVH.sandbox().fault(Fault.on(CHECKOUT, Fault.Kind.ANSWER_LOST));

        Object outcome = changeOwner("Lovelace");

        assertThat(outcome).isInstanceOf(PurchaseOutcome.Ordered.class);
        Awaitility.await().until(() -> owner().id() != before);
        assertThat(owner().members()).containsEntry("lastName", "Lovelace");
        assertThat(OVH.sandbox().orders()).hasSize(1);
        OVH.sandbox().verifyCalls(CHECKOUT, 1);

        assertThat(changeOwner("Byron")).isInstanceOf(PurchaseOutcome.Ordered.class);
        Awaitility.await().until(() -> owner().members().get("lastName").equals("Byron"));
        assertThat(changeOwner("Lovelace"))
                .as("back to the first one, which is another wish")
                .isInstanceOf(PurchaseOutcome.Ordered.class);
        assertThat(OVH.sandbox().orders()).hasSize(3);
    }

    /** The state after a crash, when an order that is not recorded was delivered. */
    @Test
    void whoHasTheNameAlreadyIsNotOrderedAgain() {
        long before = owner().id();
        changeOwner("Lovelace");
        Awaitility.await().until(() -> owner().id() != before);
        String contact = (String) contact("findOrCreate", "owner.firstName", "Ada", "owner.lastName", "Lovelace");

        assertThat(changeOwner("Lovelace")).isInstanceOf(PurchaseOutcome.AlreadyOwned.class);
        assertThat(contact("changeOwner", "domain", NAME, "maxPrice", "5 EUR", "ownerContact", contact))
                .isInstanceOf(PurchaseOutcome.AlreadyOwned.class);
        assertThat(OVH.sandbox().orders()).hasSize(1);
    }

    @Test
    void withoutALimitNothingIsOrdered() {
        assertThatThrownBy(() -> contact("changeOwner", "domain", NAME, "ownerContact", "/me/contact/1"))
                .rootCause()
                .hasMessageContaining("Set maxPrice");
        assertThat(OVH.sandbox().calls()).isZero();
    }

    @Test
    void rolesAreAskedForOnce() {
        List<?> asked = (List<?>) contact("changeAccounts", "domain", NAME, "contactTech", "xx2222-ovh");
        List<?> again = (List<?>) contact("changeAccounts", "domain", NAME, "contactTech", "xx2222-ovh");

        assertThat(asked).singleElement().isInstanceOfSatisfying(AccountChange.class, change -> {
            assertThat(change.role()).isEqualTo("contactTech");
            assertThat(change.to()).isEqualTo("xx2222-ovh");
        });
        assertThat(again).hasSize(1);
        OVH.sandbox().verifyCalls("POST /domain/{serviceName}/changeContact", 1);
        assertThatThrownBy(() -> contact("changeAccounts", "domain", NAME))
                .rootCause()
                .hasMessageContaining("contactBilling");
    }

    @Test
    void aContactIsFoundByItsContentOrMade() {
        Object first = contact("findOrCreate", "owner.firstName", "Ada", "owner.lastName", "Lovelace");
        Object second = contact("findOrCreate", "owner.firstName", "ada", "owner.lastName", "Lovelace");

        assertThat(second).isEqualTo(first);
        OVH.sandbox().verifyCalls("POST /me/contact", 1);
    }
}
