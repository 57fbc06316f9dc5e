// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy between the process under test and the sandbox that forwards all bytes unchanged, and reports each request at
 * three moments. It rewrites nothing, not even the Host header, so that signatures stay valid.
 */
final class WiretapProxy implements AutoCloseable {

    /** The moment of an exchange at which the listener is called. */
    enum Moment {
        /** The process has sent the request; the server has not seen it. */
        BEFORE_EFFECT,
        /** The server has answered; the process has not seen the answer. */
        BEFORE_ANSWER,
        /** The process has got the last byte of the answer. */
        AFTER_ANSWER
    }

    /** Called for every exchange at every moment; may kill a process before it returns. */
    interface Listener {
        /**
         * Called at one moment.
         *
         * @throws IOException to cut both connections there: what was not forwarded yet never arrives
         */
        void at(Moment moment, String requestLine) throws IOException;
    }

    private final ServerSocket door;
    private final int serverPort;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "wiretap");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Listener listener = (moment, line) -> {};

    WiretapProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    void listener(Listener newListener) {
        listener = newListener;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                sockets.add(client);
                threads.execute(() -> carry(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** One client connection: requests one after the other, each on the same connection to the server. */
    private void carry(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            InputStream fromClient = client.getInputStream();
            InputStream fromServer = server.getInputStream();
            OutputStream toServer = server.getOutputStream();
            OutputStream toClient = client.getOutputStream();
            for (byte[] request = message(fromClient); request.length > 0; request = message(fromClient)) {
                String line = firstLine(request);
                listener.at(Moment.BEFORE_EFFECT, line);
                toServer.write(request);
                toServer.flush();
                byte[] answer = message(fromServer);
                if (answer.length == 0) {
                    return;
                }
                listener.at(Moment.BEFORE_ANSWER, line);
                toClient.write(answer);
                toClient.flush();
                listener.at(Moment.AFTER_ANSWER, line);
            }
        } catch (IOException cut) {
            // One side closed, which is the purpose of this proxy: try-with-resources cuts the other side too.
            sockets.remove(client);
        } finally {
            sockets.remove(client);
        }
    }

    /** Reads one HTTP/1.1 message, head and body, or nothing at the end of the stream. */
    private static byte[] message(InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(1024);
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            whole.write(next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        String head = whole.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (head.contains("transfer-encoding:")) {
            throw new IOException("only messages with a length are carried");
        }
        int length = 0;
        for (String line : head.split("\r\n")) {
            if (line.startsWith("content-length:")) {
                length = Integer.parseInt(
                        line.substring("content-length:".length()).trim());
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            return new byte[0];
        }
        whole.write(body);
        return whole.toByteArray();
    }

    private static String firstLine(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return text.substring(0, text.indexOf("\r\n"));
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
