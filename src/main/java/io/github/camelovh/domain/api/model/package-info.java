/**
 * The data of OVHcloud's API as records, and small values that validate themselves.
 *
 * <p>Read {@code DomainName} and {@code Money} first. Records are lenient: unknown members are ignored, unknown enum
 * values stay text, missing lists are empty. Never here: logic beyond reading a record's own fields, and dependencies
 * on other packages of the project. ArchitectureTest checks that.
 */
package io.github.camelovh.domain.api.model;
