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
