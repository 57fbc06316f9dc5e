/**
 * What the workflows in {@code routes/} call, in the order of a file's life: {@code FileImporter}, {@code PricePlanner},
 * {@code PlanApproval}, {@code PurchaseWorker}, {@code DeliveryWatcher}, {@code ResultWriter}.
 *
 * <p>Read {@code FileImporter} first. Each desk finds its work in the ledger and leaves it there, so that a process may end
 * at any line. No Camel, no HTTP and no SQL here: the workflows call the API, the ledger keeps the tables.
 */
package io.github.camelovh.domain.app.job;
