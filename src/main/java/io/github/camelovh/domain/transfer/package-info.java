/**
 * Transfers of names between registrars, to OVHcloud and away from it.
 *
 * <p>Read {@link io.github.camelovh.domain.transfer.Transfers} first, then {@link
 * io.github.camelovh.domain.transfer.OutgoingTransfers}. Never here: Camel, HTTP or SQL, which ArchitectureTest checks, and
 * the purchase of a transfer, which is in {@code order}.
 */
package io.github.camelovh.domain.transfer;
