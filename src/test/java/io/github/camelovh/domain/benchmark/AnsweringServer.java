// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Executors;

/**
 * A server in a separate process that answers every call with one domain, so that its CPU, memory and compiler threads
 * do not count as the caller's.
 */
final class AnsweringServer implements AutoCloseable {

    private static final byte[] ANSWER =
            ("{\"domain\":\"example.com\",\"serviceId\":12345,\"offer\":\"gold\",\"state\":\"ok\","
                            + "\"suspensionState\":\"not_suspended\",\"renewalState\":\"automatic_renew\","
                            + "\"transferLockStatus\":\"locked\",\"whoisOwner\":\"1234567\",\"nameServerType\":\"hosted\","
                            + "\"expirationDate\":\"2027-03-01T10:00:00+01:00\",\"lastUpdate\":\"2026-03-01T10:00:00+01:00\"}")
                    .getBytes(StandardCharsets.UTF_8);

    private final Process process;
    private final String base;

    private AnsweringServer(Process process, String base) {
        this.process = process;
        this.base = base;
    }

    static AnsweringServer start() throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnsweringServer.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new AnsweringServer(process, new Scanner(process.getInputStream(), StandardCharsets.UTF_8).nextLine());
    }

    /** {@return the API's base address, without a slash at the end} */
    String base() {
        return base;
    }

    @Override
    public void close() {
        process.destroy();
    }

    /**
     * Serves until it is stopped; prints its base address first.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(64));
        server.createContext("/1.0/domain", exchange -> answer(exchange, ANSWER));
        server.createContext(
                "/1.0/auth/time",
                exchange -> answer(
                        exchange,
                        Long.toString(System.currentTimeMillis() / 1000).getBytes(StandardCharsets.UTF_8)));
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/1.0");
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange;
                InputStream request = exchange.getRequestBody()) {
            request.readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.getResponseHeaders().set("X-OVH-QUERYID", "EU.ext-1.00000000.1.0");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
