/**
 * The machinery of the sandbox: HTTP, gate, faults, journal, clock, store, and what a room registers on.
 *
 * <p>Read {@link io.github.camelovh.domain.sandbox.server.ResourceHandlers} first, then {@code RequestPipeline}, which takes a request through
 * the house. Never here: what OVHcloud's products do (that is the rooms'), and anything of this project outside
 * {@code sandbox}: the double shares nothing with the client, so that no bug can hide on both sides. An architecture
 * test holds this.
 */
package io.github.camelovh.domain.sandbox.server;
