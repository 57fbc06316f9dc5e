/**
 * How OVHcloud's API is spoken to: authentication, clock, transport, errors, retries, pace, batches and pages.
 *
 * <p>Read {@code OvhApi} first. Nothing here knows Camel routes, orders or files; ArchitectureTest holds that.
 */
package io.github.camelovh.domain.api;
