/**
 * The engine: what the workflows in {@code routes/} call, in the order of a file's life: {@code FileImporter}, {@code Planner},
 * {@code PlanApproval}, {@code Worker}, {@code Watcher}, {@code ResultWriter}.
 *
 * <p>Read {@code Worker} first. Each of them finds its work in the ledger and leaves it there, so that a process may end at any
 * line. Never here: HTTP or SQL. The routes of the actions call OVHcloud, and the ledger has the tables.
 */
package io.github.camelovh.domain.app.job;
