/**
 * What the sandbox sells and keeps: carts, orders, payments, tasks, names, zones, contacts, rules and renewals of one account.
 *
 * <p>Read {@code AccountRoom} first, then {@code CartGoods} and {@code Checkout}. A name tells what it is by its first
 * word: {@code premium-}, {@code aftermarket-}, {@code taken-} (transferable with the code {@code AUTH-} and the name),
 * {@code locked-}, {@code young-}, {@code reserved-}, {@code claims-}, {@code declined-} (every payment fails),
 * {@code slow-} (delivery takes ten times as long), {@code expired-} (460), {@code vanishing-} (listed, but 404), and a
 * French city under {@code .fr} wants a reason.
 *
 * <p>Nothing here stops an account from buying a name twice: the real API does not promise to, and two orders for one
 * name are how a test sees that a client bought twice. Never here: HTTP, signatures, faults ({@code sandbox.server}) and
 * anything of the client; an architecture test holds this.
 */
package io.github.camelovh.domain.sandbox.room;
