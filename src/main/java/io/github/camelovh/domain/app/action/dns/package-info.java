/**
 * The actions on the DNS of names: name servers and DNSSEC keys at the registry, and records of zones.
 *
 * <p>Read {@code RecordActions} first, then {@code DelegationActions}. Never here: Camel or SQL, and the comparison of
 * records, which is in {@code dns}.
 */
package io.github.camelovh.domain.app.action.dns;
