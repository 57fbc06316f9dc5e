/**
 * All names of the account, read in as few calls as the server allows.
 *
 * <p>Read {@link io.github.camelovh.domain.portfolio.PortfolioScan} first. Never here: Camel, HTTP or SQL, which
 * ArchitectureTest checks, and decisions about names, which are in {@code app.renewal}.
 */
package io.github.camelovh.domain.portfolio;
