/**
 * What the sandbox sells and keeps: carts, orders, payments, tasks, names, zones, contacts, rules and renewals of one account.
 *
 * <p>Read {@code AccountHandlers} first, then {@code CartGoods} and {@code Checkout} for orders, {@code TaskStore} and
 * {@code Deliveries} for what happens after them, {@code OtherRegistrars} for other registrars. A name tells what it is by its
 * first word: {@code SoldName} and {@code TaskArguments} have the words, {@code sandbox.adoc} what each brings.
 *
 * <p>Nothing here stops an account from buying a name twice: the real API does not promise to, and two orders for one
 * name are how a test sees that a client bought twice. Never here: HTTP, signatures, faults ({@code sandbox.server}) and
 * anything of the client; an architecture test holds this.
 */
package io.github.camelovh.domain.sandbox.handler;
