/**
 * Zones as values: records, their normal form, zone files, and the plan that leads from one zone to another.
 *
 * <p>Read {@link io.github.camelovh.domain.dns.ZonePlanner} first: it decides, purely, what is to be written;
 * {@link io.github.camelovh.domain.dns.RecordForm} says when two records serve the same, and
 * {@link io.github.camelovh.domain.dns.Guards} what a plan may not do unasked. Nothing here knows Camel, files or SQL;
 * ArchitectureTest holds that.
 */
package io.github.camelovh.domain.dns;
