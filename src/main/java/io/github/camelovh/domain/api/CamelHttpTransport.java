// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Camel's HTTP component, private to one account, without its automatic functions: retries, redirects, cookies, cached
 * authentication.
 *
 * <p>Thread-safe. Whether a request was sent is known, not guessed from the exception: the client's last handler before
 * the network marks the exchange. A pooled connection that was idle for a moment is tested before use, because OVHcloud
 * closes idle connections, and a lost order costs more than a test of the socket.
 */
final class CamelHttpTransport implements Transport {
    private static final int LARGEST_BODY = 64 * 1024 * 1024;
    private static final int FIRST_BUFFER = 8 * 1024;
    private static final int LARGEST_BUFFER_UNREAD = 1024 * 1024;
    private static final String SENT = "ovh-domain.sent";
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final TimeValue VALIDATE_AFTER = TimeValue.ofMilliseconds(500);

    private final HttpComponent component;
    private final HttpEndpoint endpoint;
    private final HttpClient client;
    private final LongSupplier nanos;
    private final Duration responseTimeout;
    private final RequestConfig usual;
    private final String usualOrigin;
    private final HttpHost usualHost;

    /** @param nanos measures the time from the answer's first byte to its last */
    CamelHttpTransport(CamelContext context, OvhApiSettings settings, HttpOptions options, LongSupplier nanos) {
        this.nanos = nanos;
        this.responseTimeout = settings.responseTimeout();
        this.usual = config(responseTimeout);
        this.usualOrigin = origin(settings.region().v1Base());
        this.usualHost = HttpHost.create(URI.create(usualOrigin));
        this.component = new HttpComponent();
        component.setCamelContext(context);
        component.setAutomaticRetriesDisabled(true);
        component.setRedirectHandlingDisabled(true);
        component.setFollowRedirects(false);
        component.setCookieManagementDisabled(true);
        component.setAuthCachingDisabled(true);
        component.setConnectTimeout(settings.connectTimeout().toMillis());
        component.setSoTimeout(responseTimeout.toMillis());
        component.setResponseTimeout(responseTimeout.toMillis());
        component.setConnectionRequestTimeout(LEASE.toMillis());
        component.setMaxTotalConnections(settings.maxInFlight() + 1);
        component.setConnectionsPerRoute(settings.maxInFlight());
        component.setSslContextParameters(options.tls());
        component.setUseGlobalSslContextParameters(options.globalTls());
        if (options.proxyHost() != null) {
            component.setProxyHost(options.proxyHost());
            component.setProxyPort(options.proxyPort());
        }
        component.setUserAgent("camel-ovh-domain");
        component.setHttpClientConfigurer(configurer(options.configurer()));
        ServiceHelper.startService(component);
        try {
            this.endpoint =
                    (HttpEndpoint) component.createEndpoint(settings.region().v1Base());
        } catch (Exception e) {
            ServiceHelper.stopAndShutdownService(component);
            throw new IllegalArgumentException(
                    "No HTTP client can be created for the endpoint "
                            + settings.region().name(),
                    e);
        }
        ServiceHelper.startService(endpoint);
        if (endpoint.getClientConnectionManager() instanceof PoolingHttpClientConnectionManager pool) {
            pool.setDefaultConnectionConfig(ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                    .setSocketTimeout(Timeout.of(responseTimeout))
                    .setValidateAfterInactivity(VALIDATE_AFTER)
                    .build());
        }
        this.client = endpoint.getHttpClient();
    }

    private static HttpClientConfigurer configurer(HttpClientConfigurer own) {
        return builder -> {
            builder.addExecInterceptorLast("sent", (request, scope, chain) -> {
                scope.clientContext.setAttribute(SENT, scope.execRuntime);
                return chain.proceed(request, scope);
            });
            if (own != null) {
                own.configureHttpClient(builder);
            }
        };
    }

    private static RequestConfig config(Duration limit) {
        return RequestConfig.custom()
                .setResponseTimeout(Timeout.of(limit))
                .setConnectionRequestTimeout(Timeout.of(LEASE))
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build();
    }

    private static String origin(String url) {
        return url.substring(0, url.indexOf('/', url.indexOf("://") + 3));
    }

    @Override
    public Result exchange(Request request) {
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(request.limit().compareTo(responseTimeout) < 0 ? config(request.limit()) : usual);
        try {
            String url = request.url();
            String origin = origin(url);
            HttpHost host = origin.equals(usualOrigin) ? usualHost : HttpHost.create(URI.create(origin));
            BasicClassicHttpRequest message =
                    new BasicClassicHttpRequest(request.method().name(), host, url.substring(origin.length()));
            for (Map.Entry<String, String> header : request.headers().entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            if (request.body() != null) {
                message.setEntity(new ByteArrayEntity(request.body(), (ContentType) null));
            }
            return client.execute(host, message, context, response -> answered(response, context, request.limit()));
        } catch (IOException e) {
            return failed(context, e, request.limit());
        }
    }

    private Answered answered(ClassicHttpResponse response, HttpClientContext context, Duration limit)
            throws IOException, HttpException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.put(header.getName(), header.getValue());
        }
        try {
            return new Answered(response.getCode(), headers, body(response.getEntity(), limit));
        } catch (IOException e) {
            if (context.getAttribute(SENT) instanceof ExecRuntime line) {
                line.discardEndpoint(); // otherwise the client reads the rest before it closes the connection
            }
            throw e;
        }
    }

    /**
     * The client's own time-out is for each single read: a server that sends single bytes could hold a call for hours.
     */
    private byte[] body(HttpEntity entity, Duration limit) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        long length = entity.getContentLength();
        if (length > LARGEST_BODY) {
            throw new OversizedException();
        }
        long start = nanos.getAsLong();
        // One byte more than the stated length, so that the last read finds the end and not a full buffer.
        byte[] bytes = new byte[(int) (length < 0 ? FIRST_BUFFER : Math.min(length + 1, LARGEST_BUFFER_UNREAD))];
        int size = 0;
        InputStream in = entity.getContent(); // left open on a failure: closing it would read the rest
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes, size, bytes.length - size)) {
            size += n;
            if (size > LARGEST_BODY) {
                throw new OversizedException();
            }
            if (nanos.getAsLong() - start > limit.toNanos()) {
                throw new SocketTimeoutException();
            }
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * size, LARGEST_BODY + 1));
            }
        }
        in.close();
        return Arrays.copyOf(bytes, size);
    }

    private static final class OversizedException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static Result failed(HttpClientContext context, IOException e, Duration limit) {
        if (context.getAttribute(SENT) == null) {
            return new NeverLeft(neverLeft(e), e);
        }
        if (e instanceof OversizedException) {
            return new Lost("its answer is larger than 64 MB", e);
        }
        if (e instanceof SocketTimeoutException) {
            return new Lost("no answer came within " + limit.toMillis() + " ms", e);
        }
        if (e instanceof NoHttpResponseException) {
            return new Lost("the connection was closed without an answer", e);
        }
        return new Lost(
                "the connection broke before the answer was complete ("
                        + e.getClass().getSimpleName() + ")",
                e);
    }

    private static String neverLeft(IOException e) {
        if (e instanceof UnknownHostException) {
            return "the host is unknown";
        }
        if (e instanceof ConnectionRequestTimeoutException) {
            return "no connection of the pool became free within " + LEASE.toSeconds() + " s";
        }
        if (e instanceof ConnectTimeoutException || e instanceof SocketTimeoutException) {
            return "no connection could be made in time";
        }
        if (e instanceof ConnectException) {
            return "the connection was refused";
        }
        if (e instanceof SSLException) {
            return "the TLS handshake failed";
        }
        return "no connection could be made (" + e.getClass().getSimpleName() + ")";
    }

    @Override
    public void close() {
        ServiceHelper.stopAndShutdownServices(endpoint, component);
    }
}
