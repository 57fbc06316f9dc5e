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

/**
 * A name server of a name, as the registry has it.
 *
 * @param id for calls about this one, or null
 * @param nameServer the host
 * @param nameServerType such as {@code hosted}, or null
 * @param ipv4 or null where the host's name is enough
 * @param ipv6 or null where the host's name is enough
 */
public record NameServer(Long id, String nameServer, String nameServerType, String ipv4, String ipv6) {}
