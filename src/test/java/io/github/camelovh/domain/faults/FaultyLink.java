// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A TCP proxy before a database that can be silent, refuse connections, or cut them at a commit. */
final class FaultyLink implements AutoCloseable {
    private static final int CHUNK = 16_384;

    /** What becomes of bytes and connections. */
    enum State {
        /** All is forwarded. */
        WELL,
        /** Connections are accepted and stay open, but nothing is forwarded. */
        SILENT,
        /** All connections are closed as soon as they are opened. */
        CUT
    }

    private final ServerSocket door;
    private volatile int serverPort;
    private final Random random;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "faulty link");
        thread.setDaemon(true);
        return thread;
    });
    private State state = State.WELL;
    private volatile double cutCommits;

    FaultyLink(int serverPort, long seed) throws IOException {
        this.serverPort = serverPort;
        this.random = new Random(seed);
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Forwards to another server from the next connection on. */
    void leadTo(int port) {
        serverPort = port;
    }

    /** Cuts a part of all connections at a commit: half of these before it is forwarded, half before its answer is. */
    void cutCommits(double part) {
        cutCommits = part;
    }

    /** How many were cut at a commit. */
    int cuts() {
        return cuts.get();
    }

    synchronized void become(State next) {
        state = next;
        if (next == State.CUT) {
            sockets.forEach(FaultyLink::close);
            sockets.clear();
        }
        notifyAll();
    }

    private synchronized State state() {
        return state;
    }

    /** Returns once bytes may be forwarded. */
    private synchronized void awaitVoice() throws IOException {
        try {
            while (state == State.SILENT) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException("stopped", e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (state() == State.CUT) {
                    close(client);
                } else {
                    sockets.add(client);
                    threads.execute(() -> carry(client));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            sockets.add(server);
            boolean[] dropAnswer = new boolean[1];
            threads.execute(() -> answers(server, client, dropAnswer));
            requests(client, server, dropAnswer);
        } catch (IOException cut) {
            // as it is meant
        }
    }

    private void requests(Socket client, Socket server, boolean[] dropAnswer) throws IOException {
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
            awaitVoice();
            if (new String(chunk, 0, read, StandardCharsets.ISO_8859_1).contains("COMMIT") && isChosen()) {
                cuts.incrementAndGet();
                if (isHeads()) {
                    return;
                }
                synchronized (dropAnswer) {
                    dropAnswer[0] = true;
                }
            }
            out.write(chunk, 0, read);
            out.flush();
        }
    }

    private void answers(Socket server, Socket client, boolean[] dropAnswer) {
        try (server;
                client) {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                awaitVoice();
                synchronized (dropAnswer) {
                    if (dropAnswer[0]) {
                        return;
                    }
                }
                out.write(chunk, 0, read);
                out.flush();
            }
        } catch (IOException cut) {
            // as it is meant
        }
    }

    private boolean isChosen() {
        synchronized (random) {
            return random.nextDouble() < cutCommits;
        }
    }

    private boolean isHeads() {
        synchronized (random) {
            return random.nextBoolean();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // as it is meant
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        become(State.CUT);
        threads.shutdownNow();
    }
}
