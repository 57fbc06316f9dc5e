// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.doctor;

import java.util.List;

/** Looks at one part of a set-up. Changes nothing; what is wrong is a finding, and no exception. */
@FunctionalInterface
public interface Check {
    /** What it found, at least one finding. */
    List<Finding> examine();
}
