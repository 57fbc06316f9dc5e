/**
 * What can be asked of the API by name: the rows of the catalog, and, for each resource, the composite operations that use
 * several of them.
 *
 * <p>Read {@code OperationCaller} first, then {@code Arguments} (how values become a call) and {@code CompositeOperations}.
 * No route stands here: see {@code api.catalog}. Never here: Camel, HTTP or SQL; ArchitectureTest checks that.
 */
package io.github.camelovh.domain.operation;
