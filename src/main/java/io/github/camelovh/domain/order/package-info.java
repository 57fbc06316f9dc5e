/**
 * Buys a name, or a zone alone: at most once per key, never over the allowed price, and resumable from any point.
 *
 * <p>Read {@link io.github.camelovh.domain.order.PurchaseProtocol} first: it decides and has no side effects. {@link
 * io.github.camelovh.domain.order.PurchaseRunner} performs the steps, and {@link
 * io.github.camelovh.domain.order.Orders} is the entry point. Never here: Camel, files or SQL. Only {@code CHECK_OUT}
 * spends money. ArchitectureTest and PurchaseMovesTest check that.
 *
 * <p>The calls of one purchase with an approved plan and a snapshot of the holdings:
 *
 * <table>
 * <caption>Calls per bought name</caption>
 * <tr><th>#</th><th>call</th><th>why it is needed</th></tr>
 * <tr><td>1</td><td>{@code POST /order/cart}</td><td>its description contains the key; one cart sells one
 * name</td></tr>
 * <tr><td>2</td><td>{@code POST /order/cart/{cartId}/assign}</td><td>mandatory before a checkout</td></tr>
 * <tr><td>3</td><td>{@code GET /order/cart?description=}</td><td>the only guard against another buyer with the same
 * key, and against a purchase of a lost ledger</td></tr>
 * <tr><td>4</td><td>{@code POST /order/cart/{cartId}/domain}</td><td>adds the name</td></tr>
 * <tr><td>5</td><td>{@code GET .../item/{itemId}/requiredConfiguration}</td><td>differs by extension, name and
 * phase</td></tr>
 * <tr><td>6..</td><td>{@code POST .../item/{itemId}/configuration}</td><td>one per label that is required and
 * given</td></tr>
 * <tr><td>n-1</td><td>{@code GET /order/cart/{cartId}/checkout}</td><td>the price with tax, for the budget, and the
 * check of eligibility, before any money moves</td></tr>
 * <tr><td>n</td><td>{@code POST /order/cart/{cartId}/checkout}</td><td>the order, paid by the preferred
 * method</td></tr>
 * </table>
 *
 * <p>One more without an approved plan (the offers), two more with live holdings, one more to pay with a given method.
 * A zone uses the same calls, with {@code /order/cart/{cartId}/dns} instead of {@code /domain}.
 */
package io.github.camelovh.domain.order;
