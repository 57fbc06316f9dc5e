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
/**
 * What a registry wants to know of a name's contacts and order, evaluated without a call. A {@link
 * io.github.camelovh.domain.rules.Rule} is read from {@code GET /domain/configurationRule}; the server's own {@code check} stays the
 * judge.
 */
package io.github.camelovh.domain.rules;
