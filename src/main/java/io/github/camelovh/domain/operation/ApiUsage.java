// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.Outage;

/**
 * How much the API is used with one set of credentials, by all endpoints of a Camel context together.
 *
 * @param callsMade HTTP calls since the start, repetitions, clock and tokens included
 * @param callsPerSecond how many are allowed at present; goes down when OVHcloud says so
 * @param callsInFlight how many wait for an answer at this moment
 * @param outage the outage that lasts now; null while the API answers
 */
public record ApiUsage(long callsMade, double callsPerSecond, int callsInFlight, Outage outage) {}
