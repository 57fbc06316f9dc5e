/**
 * The actions on transfers: locks, auth codes and releases of outgoing names, and the zone that is served before an incoming
 * name moves.
 *
 * <p>Read {@code ReleaseActions} first, then {@code ZoneCarrier}. Never here: Camel or SQL, and an auth code that is not
 * encrypted outside of memory.
 */
package io.github.camelovh.domain.app.action.transfer;
