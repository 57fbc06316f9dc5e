// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.SandboxWorld;

/** The mails with tokens: the latest ten thousand. */
final class Mails {

    private static final int MOST = 10_000;
    private static final int TOKEN_LENGTH = 20;

    private final SandboxWorld world;
    private final Account account;

    Mails(SandboxWorld world, Account account) {
        this.world = world;
        this.account = account;
    }

    /** Stores a mail and returns its unique token. */
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
