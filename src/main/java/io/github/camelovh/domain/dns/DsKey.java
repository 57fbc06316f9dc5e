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
package io.github.camelovh.domain.dns;

import java.util.Objects;

/**
 * A key that the registry vouches for ({@code dnssec.Key}); the API takes the public key, never a digest.
 *
 * @param algorithm IANA's number: 3, 5 to 8, 10, 12 to 16
 * @param flags 256 (zone signing) or 257 (key signing)
 * @param tag the key tag, 0 to 65535
 * @param publicKey base64, without blanks
 */
public record DsKey(int algorithm, int flags, int tag, String publicKey) {
    public DsKey {
        Objects.requireNonNull(publicKey, "publicKey");
        publicKey = publicKey.replaceAll("\\s", "");
        if (flags != 256 && flags != 257) {
            throw new IllegalArgumentException("The flags of a DNSSEC key are 256 or 257, not " + flags);
        }
        if (tag < 0 || tag > 65_535) {
            throw new IllegalArgumentException("The tag of a DNSSEC key lies between 0 and 65535, not " + tag);
        }
        if (!publicKey.matches("[A-Za-z0-9+/]+={0,2}")) {
            throw new IllegalArgumentException("The public key of tag " + tag + " is not base64");
        }
    }
}
