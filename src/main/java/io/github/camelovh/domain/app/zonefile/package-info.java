// SPDX-License-Identifier: Apache-2.0
/**
 * Zone files that are dropped: read into one row of the ledger, approved by the settings where no guard stops their plan, and compared
 * with what became of the zone.
 *
 * <p>Read {@link io.github.camelovh.domain.app.zonefile.ZoneFileImporter} first. What makes a zone as wished is in package
 * {@code dns}. Nothing here knows Camel or SQL; ArchitectureTest holds that.
 */
package io.github.camelovh.domain.app.zonefile;
