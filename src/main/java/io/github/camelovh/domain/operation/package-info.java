/**
 * What can be asked of the API: one table row per route, and, per resource, the operations composed of several routes.
 *
 * <p>Read {@code OperationCatalog} first, then {@code Arguments} (how values become a call) and {@code Operations} (the
 * entry). No code per route lives here: a new route is a row of {@code operations.txt}. Nothing here knows Camel;
 * ArchitectureTest holds that.
 */
package io.github.camelovh.domain.operation;
