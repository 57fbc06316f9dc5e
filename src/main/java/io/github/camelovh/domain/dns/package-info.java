/**
 * Zones as values: records, their normal form, zone files, and the plan that changes one zone into another.
 *
 * <p>Read {@link io.github.camelovh.domain.dns.ZonePlanner} first: it decides what to write and has no side effects.
 * {@link io.github.camelovh.domain.dns.RecordForm} decides when two records are served the same way, and {@link
 * io.github.camelovh.domain.dns.Guards} what a plan must not do without permission. Never here: Camel, HTTP or SQL;
 * ArchitectureTest checks that.
 */
package io.github.camelovh.domain.dns;
