/**
 * The actions on renewals: a renewal by an order, and the setting of what happens when a name expires.
 *
 * <p>Read {@code RenewAction} first, which spends money. Never here: Camel or SQL, and the operator's rules, which are in
 * {@code app.renewal.policy}.
 */
package io.github.camelovh.domain.app.action.renewal;
