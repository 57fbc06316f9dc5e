/**
 * The tasks of OVHcloud on names, and their repair: what to correct, from known data, when a task ends in error.
 *
 * <p>Read {@link io.github.camelovh.domain.task.RepairAdvisor} first, then {@link
 * io.github.camelovh.domain.task.Tasks}. Rules are pure and never guess data of a person. Never here: Camel, HTTP or
 * SQL, which ArchitectureTest checks, and orders.
 */
package io.github.camelovh.domain.task;
