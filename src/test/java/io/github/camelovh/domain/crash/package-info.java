/**
 * Kills the application at every point of its work. It runs as a separate process against a sandbox in another process.
 *
 * <p>Read {@code CrashMatrixIT} first. Never here: calls into the application. It is started, killed and checked from
 * outside, by its exit code, its files and the orders in the sandbox.
 */
package io.github.camelovh.domain.crash;
