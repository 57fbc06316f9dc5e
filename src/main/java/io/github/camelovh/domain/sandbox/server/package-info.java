/**
 * The infrastructure of the sandbox: HTTP, access checks, faults, journal, clock, store, and the registry of handlers.
 *
 * <p>Read {@link io.github.camelovh.domain.sandbox.server.ResourceHandlers} first, then {@code RequestPipeline}, which
 * has the steps of a request. Never here: the behaviour of OVHcloud's products, which is in {@code sandbox.handler},
 * and anything of this project outside {@code sandbox}: the sandbox shares nothing with the client, so that no bug can
 * hide in both. ArchitectureTest checks this.
 */
package io.github.camelovh.domain.sandbox.server;
