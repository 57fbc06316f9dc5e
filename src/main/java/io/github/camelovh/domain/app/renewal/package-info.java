/**
 * The renewals of a whole portfolio: the operator's policy, OVHcloud's settings, and what must be done.
 *
 * <p>Read {@code RenewalPlanner} first, which decides about one name; {@code RenewalsScan} applies it to all names.
 * Never here: Camel or SQL, and purchases: the result is a file for the import.
 */
package io.github.camelovh.domain.app.renewal;
