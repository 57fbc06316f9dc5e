// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterIteratorTest {
    /** As the ledger while its database does not answer: each question fails. */
    private static final class Failing implements Iterator<String> {
        private final Iterator<String> good = List.of("a", "b").iterator();
        private final AtomicInteger failures;

        Failing(AtomicInteger failures) {
            this.failures = failures;
        }

        @Override
        public boolean hasNext() {
            if (good.hasNext()) {
                return true;
            }
            failures.incrementAndGet();
            throw new IllegalStateException("the database does not answer");
        }

        @Override
        public String next() {
            if (!good.hasNext()) {
                throw new NoSuchElementException();
            }
            return good.next();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSplitterEndsWithTheFailureAndIsNotToldOfItAgain(boolean parallel) throws Exception {
        AtomicInteger failures = new AtomicInteger();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    var split = from("direct:split")
                            .split()
                            .message(all -> new SplitterIterator<>(new Failing(failures)))
                            .streaming()
                            .stopOnException();
                    if (parallel) {
                        split.parallelProcessing();
                    }
                    split.to("mock:part").end();
                }
            });
            context.start();

            Future<Exchange> end = context.createProducerTemplate()
                    .asyncSend("direct:split", exchange -> exchange.getMessage().setBody("all"));

            assertThat(end.get(20, TimeUnit.SECONDS).getException()).hasMessage("the database does not answer");
            assertThat(failures).hasValue(1);
        }
    }
}
