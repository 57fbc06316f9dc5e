// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.Money;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** Whether a value of a limit is looser than another one. */
enum LimitRule {
    /** The larger number, time or amount is looser. */
    AT_MOST {
        @Override
        boolean isLooser(Object value, Object bound) {
            if (value instanceof Money money) {
                return money.compareTo((Money) bound) > 0;
            }
            return value instanceof Duration time
                    ? time.compareTo((Duration) bound) > 0
                    : ((Long) value).compareTo((Long) bound) > 0;
        }
    },
    /** True is looser. */
    PERMISSION {
        @Override
        boolean isLooser(Object value, Object bound) {
            return Boolean.TRUE.equals(value) && !Boolean.TRUE.equals(bound);
        }
    },
    /** More entries are looser. */
    ONLY_THESE {
        @Override
        boolean isLooser(Object value, Object bound) {
            return !((Collection<?>) bound).containsAll((Collection<?>) value);
        }
    },
    /** Any other value than the operator's, or than what counts without one, is looser. */
    FIXED {
        @Override
        boolean isLooser(Object value, Object bound) {
            return !value.equals(bound);
        }
    },
    /** As {@link #FIXED} if the operator gave one; else a message may give any: text about no limit, or an object that only a program has. */
    FIXED_IF_SET {
        @Override
        boolean isLooser(Object value, Object bound) {
            return bound != null && !value.equals(bound);
        }
    },
    /** It is judged together with others, by who uses it. */
    JOINT {
        @Override
        boolean isLooser(Object value, Object bound) {
            return false;
        }
    };

    /** Limits whose type does not tell how they are compared. */
    private static final Map<String, LimitRule> BY_NAME = Map.of(
            "paymentMethod", FIXED,
            "method", FIXED,
            "path", FIXED_IF_SET,
            "plan", JOINT,
            "currency", JOINT,
            "ownedNames", JOINT,
            "ownedPrefixes", JOINT,
            "ownedTypes", JOINT);

    /**
     * Whether a value allows what the other one does not.
     *
     * @param value in the form of the parameter's type
     * @param bound the same, and null only where the operator set no value and there is no default
     * @throws IllegalArgumentException for amounts in two currencies
     */
    abstract boolean isLooser(Object value, Object bound);

    /**
     * The rule of a limit.
     *
     * @throws IllegalStateException if there is none, which is an error of this project
     */
    static LimitRule of(Parameter limit) {
        LimitRule named = BY_NAME.get(limit.name());
        if (named != null) {
            return named;
        }
        return switch (limit.type()) {
            case "boolean" -> PERMISSION;
            case "long", CompositeInput.WAIT, CompositeInput.MONEY -> AT_MOST;
            case "long[]" -> ONLY_THESE;
            case CompositeInput.OBJECT -> FIXED_IF_SET;
            default -> throw new IllegalStateException("There is no rule for the limit " + limit.name());
        };
    }
}
