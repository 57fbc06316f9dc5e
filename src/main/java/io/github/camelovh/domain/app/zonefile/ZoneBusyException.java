// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.model.DomainName;

/** Another process changes the same zone now; nothing was changed by this one. */
public final class ZoneBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ZoneBusyException(DomainName zone) {
        super(zone
                + " is being changed by another process on this data folder. Nothing was changed by this one; try again"
                + " when that one is done.");
    }
}
