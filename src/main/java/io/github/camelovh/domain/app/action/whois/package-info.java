/**
 * The actions on what whois shows of names.
 *
 * <p>Read {@code WhoisActions} first. Never here: Camel or SQL.
 */
package io.github.camelovh.domain.app.action.whois;
