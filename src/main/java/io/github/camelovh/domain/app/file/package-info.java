// SPDX-License-Identifier: Apache-2.0
/**
 * How the application makes and opens files: its own are for their owner alone from their first moment, and what others drop is opened
 * without following links.
 */
package io.github.camelovh.domain.app.file;
