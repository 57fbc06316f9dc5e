/**
 * What can be asked of the API by name: the rows of the catalog, and, per resource, the operations composed of several of them.
 *
 * <p>Read {@code OperationCaller} first, then {@code Arguments} (how values become a call) and {@code CompositeOperations}. No
 * route stands here: see {@code api.catalog}. Nothing here knows Camel; ArchitectureTest holds that.
 */
package io.github.camelovh.domain.operation;
