// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.Map;

/**
 * How the account's access rules identify a service ({@code iam.ResourceMetadata}).
 *
 * @param id such as an UUID
 * @param urn its name in policies
 * @param displayName as OVHcloud's console shows it
 * @param tags the customer's own tags; null if the API returned none
 */
public record IamResource(String id, String urn, String displayName, Map<String, String> tags) {}
