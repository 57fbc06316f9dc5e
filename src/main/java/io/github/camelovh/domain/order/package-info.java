/**
 * Buying a name, or a zone alone: at most once per key, never over what was allowed, and resumable from any point.
 *
 * <p>Read {@link io.github.camelovh.domain.order.PurchaseProtocol} first: it decides, purely;
 * {@link io.github.camelovh.domain.order.PurchaseRunner} performs; {@link io.github.camelovh.domain.order.Orders} is the
 * way in. Nothing here knows Camel, files or SQL, and nothing but {@code CHECK_OUT} spends money; ArchitectureTest and
 * PurchaseProtocolTest hold that.
 *
 * <p>The calls of one purchase with an approved plan and a snapshot of the holdings:
 *
 * <table>
 * <caption>Calls per bought name</caption>
 * <tr><th>#</th><th>call</th><th>why it cannot be saved</th></tr>
 * <tr><td>1</td><td>{@code POST /order/cart}</td><td>its description carries the key; one cart sells one name</td></tr>
 * <tr><td>2</td><td>{@code POST /order/cart/{cartId}/assign}</td><td>mandatory before a checkout</td></tr>
 * <tr><td>3</td><td>{@code GET /order/cart?description=}</td><td>the only guard against another buyer with the same key,
 * and against a purchase that a lost ledger forgot</td></tr>
 * <tr><td>4</td><td>{@code POST /order/cart/{cartId}/domain}</td><td>puts the name in</td></tr>
 * <tr><td>5</td><td>{@code GET .../item/{itemId}/requiredConfiguration}</td><td>differs by extension, name and phase</td></tr>
 * <tr><td>6..</td><td>{@code POST .../item/{itemId}/configuration}</td><td>one per label that is asked for and given</td></tr>
 * <tr><td>n-1</td><td>{@code GET /order/cart/{cartId}/checkout}</td><td>the price with tax, for the budget, and the check of
 * eligibility, before any money moves</td></tr>
 * <tr><td>n</td><td>{@code POST /order/cart/{cartId}/checkout}</td><td>the order, paid by the preferred method</td></tr>
 * </table>
 *
 * <p>One more without an approved plan (the offers), two more with live holdings, one more to pay with a named method. A zone
 * goes the same way, with {@code /order/cart/{cartId}/dns} in place of {@code /domain}.
 */
package io.github.camelovh.domain.order;
