// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiAnswer;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.BillingOrder;
import io.github.camelovh.domain.api.model.BillingOrderDetail;
import io.github.camelovh.domain.api.model.Cart;
import io.github.camelovh.domain.api.model.CartItem;
import io.github.camelovh.domain.api.model.ConfigurationItem;
import io.github.camelovh.domain.api.model.ConfigurationRequirement;
import io.github.camelovh.domain.api.model.Credential;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.Offer;
import io.github.camelovh.domain.api.model.Order;
import io.github.camelovh.domain.api.model.PaymentMethod;
import io.github.camelovh.domain.api.model.ProductDefinition;
import io.github.camelovh.domain.api.model.RequestedKey;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.Map;

/** The Java type for an answer of an API type. */
final class AnswerTypes {

    /** The API's type for secret texts; in answers, only the auth code of a name has it. */
    static final String SECRET = "password";

    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("string", String.class),
            Map.entry("long", Long.class),
            Map.entry("billing.order.OrderStatusEnum", String.class),
            Map.entry("auth.ApiCredential", Credential.class),
            Map.entry("auth.ApiCredentialRequest", RequestedKey.class),
            Map.entry("billing.Order", BillingOrder.class),
            Map.entry("billing.OrderDetail", BillingOrderDetail.class),
            Map.entry("domain.DomainService", DomainService.class),
            Map.entry("domain.DomainServiceWithIAM", DomainService.class),
            Map.entry("domain.Task", DomainTask.class),
            Map.entry("me.payment.PaymentMethod", PaymentMethod.class),
            Map.entry("nichandle.DomainTaskArgument", TaskArgument.class),
            Map.entry("order.Order", Order.class),
            Map.entry("order.cart.Cart", Cart.class),
            Map.entry("order.cart.ConfigurationItem", ConfigurationItem.class),
            Map.entry("order.cart.ConfigurationRequirements", ConfigurationRequirement.class),
            Map.entry("order.cart.GenericProductDefinition", ProductDefinition.class),
            Map.entry("order.cart.Item", CartItem.class),
            Map.entry("order.cart.ProductInformation", Offer.class));

    private AnswerTypes() {}

    /** {@return the type of one object of this API type; {@code Object} means plain maps and lists} */
    static Class<?> of(String apiType, AnswerForm form) {
        return switch (form) {
            case RECORD -> RECORDS.getOrDefault(apiType.replace("[]", ""), Object.class);
            case MAP -> Object.class;
            case TREE -> JsonNode.class;
        };
    }

    /** {@return the answer in the form of its type; null for {@code void}} */
    static Object read(ApiAnswer answer, String apiType, AnswerForm form) {
        if (apiType.equals(SECRET)) {
            String secret = answer.as(String.class);
            // In every form, because a route logs and traces its bodies.
            return secret == null ? null : new AuthCode(secret);
        }
        if (form == AnswerForm.TREE) {
            return answer.json();
        }
        Class<?> type = of(apiType, form);
        if (apiType.endsWith("[]") && type != Object.class) {
            return answer.asList(type);
        }
        return answer.as(type);
    }

    /** {@return the result of a composite operation, in the requested form} */
    static Object shaped(Object value, AnswerForm form) {
        if (value instanceof AuthCode) {
            return value;
        }
        return switch (form) {
            case RECORD -> value;
            case MAP -> ApiJson.mapper().convertValue(value, Object.class);
            case TREE -> ApiJson.mapper().valueToTree(value);
        };
    }
}
