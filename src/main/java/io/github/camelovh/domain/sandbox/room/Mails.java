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
package io.github.camelovh.domain.sandbox.room;

import io.github.camelovh.domain.sandbox.server.SandboxWorld;

/** Mails with tokens, as far as anybody could read them: the latest ten thousand. */
final class Mails {

    private static final int MOST = 10_000;
    private static final int TOKEN_LENGTH = 20;

    private final SandboxWorld world;
    private final Account account;

    Mails(SandboxWorld world, Account account) {
        this.world = world;
        this.account = account;
    }

    /** Sends a mail and tells its token, which no other mail has. */
    String send(String what, String about, String to, long taskId) {
        String token = world.uuid("token " + world.ids().next())
                .toString()
                .replace("-", "")
                .substring(0, TOKEN_LENGTH);
        account.mails.add(new MailState(world.now().toEpochMilli(), about, what, to, taskId, token));
        if (account.mails.size() > MOST) {
            account.mails.remove(0);
        }
        return token;
    }
}
