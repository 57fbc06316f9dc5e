/**
 * Zones as data and as DNS: what a record is, whether it is allowed, how a zone reads as a file, what name servers answer.
 *
 * <p>Read {@link io.github.camelovh.domain.sandbox.zone.ZoneEntry} first, then
 * {@link io.github.camelovh.domain.sandbox.zone.ServedZone}. No HTTP, no JSON and no account here: the rooms know those,
 * and this package imports none of the other packages of the sandbox. It is the only one that speaks to dnsjava.
 */
package io.github.camelovh.domain.sandbox.zone;
