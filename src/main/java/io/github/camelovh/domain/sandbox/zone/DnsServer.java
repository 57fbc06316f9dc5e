// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;

/** Listens for DNS queries over UDP and TCP on one port of loopback. */
public final class DnsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DnsServer.class);
    private static final int WITHOUT_EDNS = 512;
    private static final int LARGEST_PACKET = 4_096;
    private static final int LARGEST = 65_535;
    private static final int ATTEMPTS = 20;
    private static final int IDLE_MILLIS = 10_000;

    private final UnaryOperator<Message> answers;
    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final ExecutorService threads;

    /**
     * Starts answering.
     *
     * @param port 0 for any
     * @param answers called by several threads at once
     * @throws UncheckedIOException if the port is not available
     */
    public DnsServer(int port, UnaryOperator<Message> answers) {
        this.answers = answers;
        try {
            ServerSocket stream = null;
            DatagramSocket packets = null;
            for (int attempt = 1; packets == null; attempt++) {
                stream = new ServerSocket();
                try {
                    stream.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    packets = new DatagramSocket(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), stream.getLocalPort()));
                } catch (IOException e) {
                    // A port that is free for UDP need not be free for TCP.
                    stream.close();
                    if (port != 0 || attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
            tcp = stream;
            udp = packets;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox cannot answer DNS on port " + port + " (" + e.getMessage()
                            + "); nothing was started. Choose another port, or 0 for any free port.",
                    e);
        }
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "ovh-sandbox-dns-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.execute(this::packets);
        threads.execute(this::connections);
    }

    public int port() {
        return tcp.getLocalPort();
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            LOG.debug("The DNS port could not be closed: {}", e.getMessage());
        }
        threads.shutdownNow();
    }

    private void packets() {
        byte[] buffer = new byte[LARGEST];
        while (!udp.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                udp.receive(packet);
                byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()), false);
                if (answer.length > 0) {
                    udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                LOG.debug("A DNS packet was lost: {}", e.getMessage());
            }
        }
    }

    private void connections() {
        while (!tcp.isClosed()) {
            try {
                Socket socket = tcp.accept();
                threads.execute(() -> connection(socket));
            } catch (IOException e) {
                LOG.debug("A DNS connection was lost: {}", e.getMessage());
            }
        }
    }

    private void connection(Socket socket) {
        try (socket) {
            socket.setSoTimeout(IDLE_MILLIS);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                byte[] query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                byte[] answer = answer(query, true);
                if (answer.length == 0) {
                    return;
                }
                byte[] framed = new byte[answer.length + 2];
                framed[0] = (byte) (answer.length >> 8);
                framed[1] = (byte) answer.length;
                System.arraycopy(answer, 0, framed, 2, answer.length);
                out.write(framed);
                out.flush();
            }
        } catch (EOFException e) {
            LOG.trace("A DNS client closed the connection");
        } catch (IOException e) {
            LOG.debug("A DNS connection ended: {}", e.getMessage());
        }
    }

    /** The bytes of an answer; empty if the packet is not a query. */
    private byte[] answer(byte[] query, boolean stream) {
        try {
            Message asked = new Message(query);
            OPTRecord edns = asked.getOPT();
            int packet = edns == null ? WITHOUT_EDNS : Math.max(WITHOUT_EDNS, edns.getPayloadSize());
            return answers.apply(asked).toWire(stream ? LARGEST : Math.min(packet, LARGEST_PACKET));
        } catch (IOException e) {
            LOG.debug("A DNS query could not be parsed: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A DNS query failed inside the sandbox and gets no answer", e);
        }
        return new byte[0];
    }
}
