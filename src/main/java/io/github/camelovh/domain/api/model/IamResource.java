// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.Map;

/**
 * What the account's access rules know a service by ({@code iam.ResourceMetadata}).
 *
 * @param id such as an UUID
 * @param urn its name in policies
 * @param displayName as the customer's console shows it
 * @param tags the customer's own marks; null where the API told none
 */
public record IamResource(String id, String urn, String displayName, Map<String, String> tags) {}
