/**
 * What a change of a name would do, and how far it came: the shapes in which operations that plan and carry out changes answer.
 *
 * <p>Read {@code PlanOutcome}, then {@code ExecutionResult}; {@code ChangeRun} is what a change is carried out under. Never here:
 * Camel, HTTP, SQL, or anything of the application; {@code ArchitectureTest} holds that.
 */
package io.github.camelovh.domain.change;
