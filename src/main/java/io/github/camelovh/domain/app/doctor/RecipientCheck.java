// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.doctor;

import io.github.camelovh.domain.app.settings.NotificationSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether mail server and webhook can be reached, and whether events wait that were given up. Nothing is sent. */
final class RecipientCheck implements Check {
    private static final int MILLIS = 5_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final NotificationSettings settings;
    private final Path events;

    RecipientCheck(NotificationSettings settings, Path events) {
        this.settings = settings;
        this.events = events;
    }

    @Override
    public List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        if (settings.webhook() != null) {
            URI webhook = settings.webhook();
            int port = webhook.getPort() > 0 ? webhook.getPort() : "https".equals(webhook.getScheme()) ? HTTPS : HTTP;
            found.add(reach("webhook", webhook.getHost(), port));
        }
        if (settings.mail() != null) {
            String server = settings.mail().server();
            int colon = server.lastIndexOf(':');
            found.add(reach("mail", server.substring(0, colon), Integer.parseInt(server.substring(colon + 1))));
        }
        if (found.isEmpty()) {
            found.add(Finding.warning(
                    "mail",
                    "neither mail nor webhook is set, so nobody is told of plans that wait and of names at risk",
                    "set ovh-domain.notify.mail.to and .server, or ovh-domain.notify.webhook"));
        }
        Path undelivered = events.resolve("undelivered");
        if (Files.isDirectory(undelivered)) {
            found.add(Finding.warning(
                    "events",
                    "events that could not be delivered are in " + undelivered,
                    "read them there; delete them when you have"));
        }
        return found;
    }

    private static Finding reach(String area, String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), MILLIS);
            return Finding.ok(area, host + ":" + port + " can be reached");
        } catch (UnknownHostException e) {
            return Finding.fault(
                    area,
                    "DNS has no address of " + host,
                    "correct the name, or the DNS server of this machine; events wait meanwhile and are sent later");
        } catch (IOException | IllegalArgumentException e) {
            return Finding.fault(
                    area,
                    host + ":" + port + " cannot be reached: " + e.getMessage(),
                    "check its name, DNS and the firewall; events wait meanwhile and are sent later");
        }
    }
}
