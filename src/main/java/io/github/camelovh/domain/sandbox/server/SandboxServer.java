// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The HTTP server: reads requests, writes answers, cuts connections. It does not know the API. Bodies are bounded; the
 * JDK's server bounds request line and headers (380 KB together, 200 headers).
 */
public final class SandboxServer implements AutoCloseable {
    /** More than any call of the API needs: a zone file of 100,000 records has about 5 MB. */
    static final int LARGEST_BODY = 8 * 1024 * 1024;
    /** What is read of a larger body and thrown away, because clients see an answer only when they have sent all. */
    private static final long LARGEST_DISCARDED = 256L * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final String bind;
    private final RequestGuard guard;

    /**
     * Opens the port, but does not answer yet.
     *
     * @param bind host name or address
     * @param port 0 for any
     * @param publicBaseUrls more URLs by which callers reach this server
     * @throws UncheckedIOException if the port is not available
     */
    public SandboxServer(String bind, int port, List<String> publicBaseUrls) {
        // Without this, each small answer waits up to 40 ms for the client's delayed acknowledgement.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        this.bind = bind;
        this.guard = new RequestGuard(bind, publicBaseUrls);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(bind), port), 1_024);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox cannot listen on " + bind + ":" + port + " (" + e.getMessage()
                            + "); nothing was started. Choose another port, or 0 for any free port.",
                    e);
        }
        AtomicInteger number = new AtomicInteger();
        // Unbounded, because calls that are delayed on purpose must not block others.
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "ovh-sandbox-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
    }

    /** Starts answering. */
    public void open(RequestPipeline requestPipeline) {
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, served(exchange, requestPipeline));
            }
        });
        server.start();
    }

    /** {@code http://HOST:PORT}. */
    public String origin() {
        String host = bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Served served(HttpExchange exchange, RequestPipeline requestPipeline) throws IOException {
        Optional<SandboxAnswer> refusal = guard.refusal(exchange.getRequestURI(), exchange.getRequestHeaders());
        if (refusal.isPresent()) {
            return Served.json(refusal.get());
        }
        int largest = FileEndpoint.owns(exchange.getRequestURI().getRawPath()) ? FileEndpoint.LARGEST : LARGEST_BODY;
        byte[] body = exchange.getRequestBody().readNBytes(largest + 1);
        if (body.length > largest) {
            discardRest(exchange.getRequestBody());
            return Served.json(SandboxAnswer.error(
                    413, null, "The body has more than " + largest + " bytes, which is the most that is read here"));
        }
        return requestPipeline.handle(received(exchange, body));
    }

    private static void discardRest(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (long read = 0; read < LARGEST_DISCARDED; ) {
            int more = in.read(buffer);
            if (more < 0) {
                return;
            }
            read += more;
        }
    }

    private Received received(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String host = headers.get("host");
        return new Received(
                exchange.getRequestMethod(),
                host == null ? origin() : "http://" + host,
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(),
                headers,
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    private static void answer(HttpExchange exchange, Served served) throws IOException {
        if (served.status() == 0) {
            // Closing an exchange without an answer closes its connection.
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", served.contentType());
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        served.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(served.status(), served.body().length == 0 ? -1 : served.body().length);
        exchange.getResponseBody().write(served.body());
    }
}
