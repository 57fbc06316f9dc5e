/**
 * The product killed at every point of its work, as its own process against a sandbox in another.
 *
 * <p>Read {@code CrashMatrixIT} first. Nothing here reaches into the product: it is started, killed and judged from
 * outside, by its exit code, its files and the orders that the sandbox holds.
 */
package io.github.camelovh.domain.crash;
