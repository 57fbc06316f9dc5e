/**
 * The application's way to OVHcloud: it calls endpoints of the component, as any route does.
 *
 * <p>Read {@code Endpoints} first. Nothing here knows what an operation does, and no other package of {@code app} may call
 * OVHcloud by another way; ArchitectureTest holds that.
 */
package io.github.camelovh.domain.app.endpoint;
