/**
 * What rows do that buy nothing: name servers, keys, records. One class per kind of change, each a {@code Action}; the
 * {@code Actions} knows which rows each does.
 *
 * <p>Read {@code Action} first. No Camel, no SQL and no ledger here: the services claim the rows and note how they end.
 */
package io.github.camelovh.domain.app.action;
