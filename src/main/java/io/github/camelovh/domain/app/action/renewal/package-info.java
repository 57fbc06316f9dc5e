/**
 * The rows about renewals, as requests to the routes of {@code routes/renewal.camel.yaml}.
 *
 * <p>Read {@code RenewalActions} first. Never here: Camel, HTTP or SQL, and the operator's rules, which are in
 * {@code app.renewal.policy}.
 */
package io.github.camelovh.domain.app.action.renewal;
