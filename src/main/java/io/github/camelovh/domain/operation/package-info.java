/**
 * The operations of the API: one table row for each route, and, for each resource, the composite operations that use
 * several routes.
 *
 * <p>Read {@code OperationCatalog} first, then {@code Arguments} (how values become a call) and {@code OperationCaller}
 * (the entry point). There is no code for single routes: a new route is a row of {@code operations.txt}. Never here:
 * Camel, HTTP or SQL; ArchitectureTest checks that.
 */
package io.github.camelovh.domain.operation;
