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
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.ApiAnswer;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.Repeat;
import io.github.camelovh.domain.api.model.BillingOrder;
import io.github.camelovh.domain.api.model.BillingOrderDetail;
import io.github.camelovh.domain.api.model.DomainName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of {@code /me/order} that a purchase uses, typed. Thread-safe. */
final class OrderCalls {

    private static final Logger LOG = LoggerFactory.getLogger(OrderCalls.class);
    private static final String ORDER = "/me/order/{orderId}";
    private static final String DETAILS = ORDER + "/details";
    private static final String DETAIL = DETAILS + "/{orderDetailId}";

    private final Function<ApiCall, ApiAnswer> api;

    OrderCalls(Function<ApiCall, ApiAnswer> api) {
        this.api = api;
    }

    OrderStatus status(long orderId) {
        String route = ORDER + "/status";
        String status = send(ApiCall.get(ApiPath.of(route, orderId))
                        .onRoute(route, "account:apiovh:me/order/status/get"))
                .text();
        return new OrderStatus(orderId, status);
    }

    BillingOrder order(long orderId) {
        return send(ApiCall.get(ApiPath.of(ORDER, orderId)).onRoute(ORDER, "account:apiovh:me/order/get"))
                .as(BillingOrder.class);
    }

    /** Sent once: whether an unanswered payment arrived is read from the order's status. */
    void pay(long orderId, long paymentMethodId) {
        String route = ORDER + "/pay";
        send(ApiCall.post(
                        ApiPath.of(route, orderId), Map.of("paymentMethod", Map.of("id", paymentMethodId)), Repeat.ONCE)
                .onRoute(route, "account:apiovh:me/order/pay"));
    }

    /**
     * The latest order made since {@code from} that buys this and was not cancelled. Costs several calls for every order of
     * that time, so it is the last evidence to be asked for.
     */
    Optional<Long> naming(PurchaseAction action, DomainName domain, Instant from) {
        List<Long> ids = send(ApiCall.get("/me/order")
                        .withQuery(
                                "date.from",
                                from.truncatedTo(ChronoUnit.SECONDS).toString())
                        .onRoute("/me/order", "account:apiovh:me/order/get"))
                .asList(Long.class);
        return ids.stream()
                .sorted((a, b) -> Long.compare(b, a))
                .filter(id -> buys(id, action, domain))
                .filter(id -> !status(id).cancelled())
                .findFirst();
    }

    private boolean buys(long orderId, PurchaseAction action, DomainName domain) {
        // Before delivery the detail's domain is a placeholder such as *001; its description names the domain even
        // then.
        Pattern inText = Pattern.compile("(?<![a-z0-9.-])" + Pattern.quote(domain.ascii()) + "(?![a-z0-9.-]*[a-z0-9])");
        String right = "account:apiovh:me/order/details/get";
        try {
            for (Long detailId : send(ApiCall.get(ApiPath.of(DETAILS, orderId)).onRoute(DETAILS, right))
                    .asList(Long.class)) {
                BillingOrderDetail detail = send(ApiCall.get(ApiPath.of(DETAIL, orderId, detailId))
                                .onRoute(DETAIL, right))
                        .as(BillingOrderDetail.class);
                boolean named = domain.ascii().equalsIgnoreCase(detail.domain())
                        || (detail.description() != null
                                && inText.matcher(detail.description().toLowerCase(Locale.ROOT))
                                        .find());
                if (named && isOf(action, orderId, detailId)) {
                    return true;
                }
            }
        } catch (OvhNotFoundException e) {
            return false; // an order that vanished is no evidence
        }
        return false;
    }

    /** A name and its zone are named alike, so the plan tells them apart; where it is not told, it is the name. */
    private boolean isOf(PurchaseAction action, long orderId, long detailId) {
        String route = DETAIL + "/extension";
        String plan = "";
        try {
            plan = send(ApiCall.get(ApiPath.of(route, orderId, detailId))
                            .onRoute(route, "account:apiovh:me/order/details/extension/get"))
                    .json()
                    .at("/order/plan/code")
                    .asText();
        } catch (OvhNotFoundException | OvhMissingRightException e) {
            LOG.debug("the plan of detail {} of order {} is not told", detailId, orderId, e);
        }
        return CartCalls.ZONE_PLAN.equals(plan) == (action == PurchaseAction.ZONE);
    }

    // An answer may be ignored where only its coming counts.
    private ApiAnswer send(ApiCall call) {
        return api.apply(call);
    }
}
