/**
 * The actions on owners and on accounts with roles, and the check of a row's data against the rules of its registry.
 *
 * <p>Read {@code OwnerActions} first, then {@code OwnerChangeOrder}, which orders a change of owner once. Never here: Camel
 * or SQL.
 */
package io.github.camelovh.domain.app.action.contact;
