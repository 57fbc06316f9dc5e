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
 * Zone files that are dropped: read, planned, applied within the limits or left to wait for an approval, kept, and compared
 * with what became of the zone.
 *
 * <p>Read {@link io.github.camelovh.domain.app.zone.ZoneFileDesk} first. What leads a zone to a wish is in package
 * {@code dns}; here are files and words. Nothing here knows Camel or SQL; ArchitectureTest holds that.
 */
package io.github.camelovh.domain.app.zone;
