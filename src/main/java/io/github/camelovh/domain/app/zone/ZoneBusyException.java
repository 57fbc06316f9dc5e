/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.zone;

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
