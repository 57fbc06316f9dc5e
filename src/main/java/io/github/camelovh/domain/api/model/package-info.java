/**
 * What OVHcloud's API sends and takes, as records; and the small values that check themselves.
 *
 * <p>Read {@code DomainName} and {@code Money} first. Records are lenient: unknown members are passed over, unknown enum
 * values stay text, missing lists are empty. No logic beyond reading one's own fields, and no dependency on any other
 * package of the project; ArchitectureTest holds that.
 */
package io.github.camelovh.domain.api.model;
