/**
 * What the sandbox sells and stores: carts, orders, payments, tasks, names, zones, contacts, rules and renewals of one
 * account.
 *
 * <p>Read {@code AccountHandlers} first, then {@code CartGoods} and {@code Checkout} for orders, {@code TaskStore} and
 * {@code Deliveries} for the tasks after them, and {@code OtherRegistrars} for other registrars. The prefix of a name
 * selects its behaviour: the prefixes are in {@code SoldName} and {@code TaskArguments}, and the page
 * about the sandbox explains them.
 *
 * <p>Nothing here prevents an account from buying a name twice: the real API does not promise that, and two orders for
 * one name show a test that its client bought twice. Never here: HTTP, signatures and faults ({@code sandbox.server}),
 * and anything of the client. ArchitectureTest checks this.
 */
package io.github.camelovh.domain.sandbox.handler;
