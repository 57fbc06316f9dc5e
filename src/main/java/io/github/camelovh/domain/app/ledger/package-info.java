/**
 * The durable record of files, their rows, every move of a row, and the money set aside: H2 or PostgreSQL.
 *
 * <p>Read {@link io.github.camelovh.domain.app.ledger.Transitions} first, then {@code Ledger}. No Camel and no HTTP
 * here, and no method takes a piece of code to run inside a transaction, so that no call to the API can happen in one;
 * ArchitectureTest holds the imports.
 */
package io.github.camelovh.domain.app.ledger;
