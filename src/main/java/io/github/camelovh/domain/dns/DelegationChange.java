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

import io.github.camelovh.domain.api.model.DomainTask;

/**
 * What became of a change at the registry.
 *
 * @param changed false when everything was as wished already, and nothing was sent
 * @param task what the registry's side is doing; null when nothing was sent, or the answer was lost and reading showed the
 *     effect
 * @param summary a sentence
 */
public record DelegationChange(boolean changed, DomainTask task, String summary) {}
