/**
 * The client for OVHcloud's API: authentication, clock, transport, errors, retries, rate, batches and pages.
 *
 * <p>Read {@code OvhApi} first. Nothing here knows Camel routes, orders or files; ArchitectureTest checks that.
 */
package io.github.camelovh.domain.api;
