// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

/**
 * A consumer key that waits for its owner's consent ({@code auth.ApiCredentialRequest}).
 *
 * @param consumerKey a secret after the consent
 * @param validationUrl the page where a person consents; a secret until then
 * @param state {@code pendingValidation}
 */
@HoldsSecret
public record RequestedKey(String consumerKey, String validationUrl, String state) {

    @Override
    public String toString() {
        return "RequestedKey[" + state + "]";
    }
}
