/**
 * Zones as data and in DNS: what a record is, whether it is valid, how a zone is written as a file, and what name
 * servers answer.
 *
 * <p>Read {@link io.github.camelovh.domain.sandbox.zone.ZoneEntry} first, then {@link
 * io.github.camelovh.domain.sandbox.zone.ServedZone}. Never here: HTTP, JSON and accounts; {@code sandbox.handler} has
 * those. This package imports no other package of the sandbox, and it is the only one that uses dnsjava.
 */
package io.github.camelovh.domain.sandbox.zone;
