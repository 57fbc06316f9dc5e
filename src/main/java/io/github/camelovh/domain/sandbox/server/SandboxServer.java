// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The HTTP server: reads requests, writes answers, cuts connections. It does not know the API. */
public final class SandboxServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final String bind;

    /**
     * Opens the port, but does not answer yet.
     *
     * @param bind host name or address
     * @param port 0 for any
     * @throws UncheckedIOException if the port is not available
     */
    public SandboxServer(String bind, int port) {
        // Without this, each small answer waits up to 40 ms for the client's delayed acknowledgement.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        this.bind = bind;
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
                answer(exchange, requestPipeline.handle(received(exchange)));
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

    private Received received(HttpExchange exchange) throws IOException {
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
                exchange.getRequestBody().readAllBytes(),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    private static void answer(HttpExchange exchange, Served served) throws IOException {
        if (served.status() == 0) {
            // Closing an exchange without an answer closes its connection.
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", served.contentType());
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        served.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(served.status(), served.body().length == 0 ? -1 : served.body().length);
        exchange.getResponseBody().write(served.body());
    }
}
