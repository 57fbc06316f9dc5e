// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static io.github.camelovh.domain.order.FakeAnswers.error;
import static io.github.camelovh.domain.order.FakeAnswers.gross;
import static io.github.camelovh.domain.order.FakeAnswers.json;
import static io.github.camelovh.domain.order.FakeAnswers.match;
import static io.github.camelovh.domain.order.FakeAnswers.money;

import io.github.camelovh.domain.api.Transport.Result;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;

/** The orders of a {@link FakeShop}: what they say, and their payment. */
final class FakeOrders {
    private final FakeShop shop;

    FakeOrders(FakeShop shop) {
        this.shop = shop;
    }

    Result answer(String path, Map<String, String> query) {
        if (path.equals("/me/order")) {
            Instant from = OffsetDateTime.parse(query.get("date.from")).toInstant();
            return json(shop.orders.values().stream()
                    .filter(order -> !order.date.isBefore(from))
                    .map(order -> order.id)
                    .toList());
        }
        Matcher m = match("/me/order/(\\d+)(/.*)?", path);
        if (m == null || !shop.orders.containsKey(Long.valueOf(m.group(1)))) {
            return error(404, "Client::NotFound", "Got an invalid (or empty) URL");
        }
        FakeShop.FakeOrder order = shop.orders.get(Long.valueOf(m.group(1)));
        String rest = m.group(2) == null ? "" : m.group(2);
        Supplier<Result> none = () -> error(404, "Client::NotFound", "This object does not exist");
        return switch (rest) {
            case "" ->
                json(
                        shop.ordersHaveNoPrices
                                ? Map.of("orderId", order.id)
                                : Map.of(
                                        "orderId",
                                        order.id,
                                        "priceWithTax",
                                        money(gross(order.price)),
                                        "priceWithoutTax",
                                        money(order.price)));
            case "/status" -> json(order.status);
            case "/details" -> json(List.of(1));
            case "/details/1" ->
                json(Map.of(
                        "orderDetailId",
                        1,
                        "domain",
                        "*001",
                        "description",
                        order.zone
                                ? "DNS zone " + order.domain + " - 12 months"
                                : order.domain + " - .fr registration - 12 months"));
            case "/details/1/extension" ->
                json(Map.of("order", Map.of("plan", Map.of("code", order.zone ? "zone" : "fr"))));
            case "/pay" -> {
                if (!order.status.equals("notPaid")) {
                    yield error(409, "Client::Conflict", "This order is paid already");
                }
                if (!shop.answersPay) {
                    yield error(400, "Client::BadRequest", "This payment method is refused");
                }
                order.status = "checking";
                yield json(null);
            }
            default -> none.get();
        };
    }
}
