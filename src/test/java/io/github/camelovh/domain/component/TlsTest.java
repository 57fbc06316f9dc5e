// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.camelovh.domain.api.OvhUnreachableException;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API behind TLS whose certificate is only in our own trust store. */
class TlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static final AtomicInteger SERVED = new AtomicInteger();
    private static HttpsServer server;
    private static Path store;

    private final CamelContext context = new DefaultCamelContext();

    @BeforeAll
    static void startServer() throws Exception {
        store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(folder.resolve("keytool.txt")))
                .isZero();

        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            SERVED.incrementAndGet();
            byte[] answer = (exchange.getRequestURI().getPath().endsWith("/auth/time")
                            ? Long.toString(System.currentTimeMillis() / 1000)
                            : "[\"behind-tls.ovh\"]")
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop(0);
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    private OvhDomainComponent component() {
        OvhDomainComponent component = context.getComponent("ovh-domain", OvhDomainComponent.class);
        AccountConfiguration options = component.getDefaultAccount();
        options.setRegion("https://127.0.0.1:" + server.getAddress().getPort() + "/1.0");
        options.setApplicationKey(OvhSandbox.APPLICATION_KEY);
        options.setApplicationSecret(OvhSandbox.APPLICATION_SECRET);
        options.setConsumerKey(OvhSandbox.CONSUMER_KEY);
        options.setResponseTimeout(3000);
        options.setDeadline(3000);
        return component;
    }

    private static SSLContextParameters trust() {
        KeyStoreParameters keys = new KeyStoreParameters();
        keys.setResource("file:" + store);
        keys.setPassword(PASSWORD);
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setKeyStore(keys);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(managers);
        return parameters;
    }

    private Exchange list() {
        context.start();
        return context.createProducerTemplate().request("ovh-domain:domain?operation=list", exchange -> {});
    }

    @Test
    void trustsWhatSslContextParametersTrust() {
        component().getDefaultAccount().setSslContextParameters(trust());

        assertThat(list().getMessage().getBody()).isEqualTo(List.of("behind-tls.ovh"));
    }

    @Test
    void trustsWhatTheContextTrustsWhereAsked() {
        context.setSSLContextParameters(trust());
        component().setUseGlobalSslContextParameters(true);

        assertThat(list().getMessage().getBody()).isEqualTo(List.of("behind-tls.ovh"));
    }

    @Test
    void sendsNothingToAServerThatNobodyTrusts() {
        component();
        int before = SERVED.get();

        assertThat(list().getException()).isInstanceOf(OvhUnreachableException.class);
        assertThat(SERVED).hasValue(before);
    }
}
