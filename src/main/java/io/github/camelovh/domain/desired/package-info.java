/**
 * Names as desired state: version 2 of the API keeps a target for each name, with a checksum as its lock, and works towards it.
 * One part is changed here, and the whole target sent back as it was read; where somebody else was faster, it is read and
 * changed anew.
 *
 * @see <a href="https://eu.api.ovh.com/console/?section=%2Fdomain&amp;branch=v2">/v2/domain/name</a>
 */
package io.github.camelovh.domain.desired;
