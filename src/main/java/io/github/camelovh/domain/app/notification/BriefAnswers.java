// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;

/**
 * Has a webhook's answer end: only its status counts, so a body that is long, or that comes a byte at a time, is not read to its end. The
 * time-out of the socket holds for each byte only. Thread-safe.
 */
public final class BriefAnswers implements HttpClientConfigurer {
    private static final int MOST_BYTES = 16_384;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final LongSupplier nanos;

    /** @param nanos a time in nanoseconds that only goes forward, as {@link System#nanoTime} */
    public BriefAnswers(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.disableAutomaticRetries(); // the route tries again, with its pauses
        builder.addExecInterceptorFirst("brief-answers", this::execute);
    }

    private ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse answer = chain.proceed(request, scope);
        HttpEntity body = answer.getEntity();
        if (body != null && !readToItsEnd(body)) {
            scope.execRuntime.discardEndpoint();
        }
        answer.setEntity(null);
        return answer;
    }

    /** Once it is, the connection serves the next event. Its stream is not closed before: that would read on. */
    private boolean readToItsEnd(HttpEntity body) throws IOException {
        long end = nanos.getAsLong() + LONGEST.toNanos();
        InputStream stream = body.getContent();
        byte[] chunk = new byte[1024];
        int seen = 0;
        for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
            seen += read;
            if (seen > MOST_BYTES || nanos.getAsLong() > end) {
                return false;
            }
        }
        stream.close();
        return true;
    }
}
