/**
 * Calls, rows and megabytes, counted for whole processes.
 *
 * <p>Read {@code CallsPerNameIT} first. Counts are asserted; times are printed, never asserted.
 */
package io.github.camelovh.domain.scale;
