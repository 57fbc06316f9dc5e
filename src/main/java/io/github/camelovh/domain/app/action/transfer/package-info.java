/**
 * The rows about names that leave, as requests to the routes of {@code routes/transfer.camel.yaml}; where their auth codes are
 * stored; and the zone that is served before an incoming name moves.
 *
 * <p>Read {@code LeaveActions} first, then {@code ZoneCarrier}. Never here: SQL, and an auth code that is not encrypted outside
 * of memory.
 */
package io.github.camelovh.domain.app.action.transfer;
