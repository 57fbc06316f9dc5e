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
package io.github.camelovh.domain.sandbox.server;

/**
 * Who sent a request.
 *
 * @param nichandle the account, e.g. {@code sb1111-ovh}; null for an anonymous call
 * @param key what the rate limit counts by: consumer key, token, or the application key of an unsigned call
 * @param kind how the caller proved it
 */
public record Caller(String nichandle, String key, Kind kind) {

    /** Ways to authenticate. */
    public enum Kind {
        ANONYMOUS,
        APPLICATION,
        SERVICE_ACCOUNT,
        PERSONAL_TOKEN
    }

    public boolean anonymous() {
        return kind == Kind.ANONYMOUS;
    }

    /** Keys are secrets. */
    @Override
    public String toString() {
        return "Caller[" + nichandle + ", " + kind + ", ***]";
    }
}
