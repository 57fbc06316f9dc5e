/**
 * The work that OVHcloud does on names, and its repair: what to set right, from what is known, when a task ends in error.
 *
 * <p>Read {@link io.github.camelovh.domain.task.RepairAdvisor} first, then {@link io.github.camelovh.domain.task.Tasks}.
 * Rules are pure and guess nothing about a person. Nothing here knows Camel, files or SQL, or orders anything;
 * ArchitectureTest and RepairAdvisorTest hold that.
 */
package io.github.camelovh.domain.task;
