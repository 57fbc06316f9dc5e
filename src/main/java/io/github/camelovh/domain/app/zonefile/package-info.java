// SPDX-License-Identifier: Apache-2.0
/**
 * Zone files that are dropped: read, planned, applied within the limits or left to wait for an approval, kept, and compared
 * with what became of the zone.
 *
 * <p>Read {@link io.github.camelovh.domain.app.zonefile.ZoneFileSync} first. What leads a zone to a wish is in package
 * {@code dns}; here are files and words. Nothing here knows Camel or SQL; ArchitectureTest holds that.
 */
package io.github.camelovh.domain.app.zonefile;
