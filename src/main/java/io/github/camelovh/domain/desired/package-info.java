/**
 * Names as desired state: version 2 of the API stores a target for each name, with a checksum for optimistic locking,
 * and works towards it. This package changes one part and sends back the rest as it was read. If somebody else changed
 * the target meanwhile, it is read and changed again.
 *
 * <p>Read {@link io.github.camelovh.domain.desired.Targets} first. Never here: Camel, HTTP or SQL; ArchitectureTest
 * checks that.
 *
 * @see <a href="https://eu.api.ovh.com/console/?section=%2Fdomain&amp;branch=v2">/v2/domain/name</a>
 */
package io.github.camelovh.domain.desired;
