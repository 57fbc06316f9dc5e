// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.OrderStatus;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OvhDomainConvertersTest {

    private static final OrderStatus STATUS = new OrderStatus(7, "delivered");
    private static final String JSON = "{\"orderId\":7,\"status\":\"delivered\"}";

    private final CamelContext context = new DefaultCamelContext();
    private TypeConverter converter;

    @BeforeEach
    void startCamel() {
        context.start();
        converter = context.getTypeConverter();
    }

    @AfterEach
    void stopCamel() {
        context.stop();
    }

    @Test
    void turnsARecordIntoJson() throws Exception {
        assertThat(converter.convertTo(String.class, STATUS)).isEqualTo(JSON);
        assertThat(converter.convertTo(byte[].class, STATUS)).isEqualTo(JSON.getBytes(StandardCharsets.UTF_8));
        try (InputStream stream = converter.convertTo(InputStream.class, STATUS)) {
            assertThat(stream.readAllBytes()).isEqualTo(JSON.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void turnsAListOfRecordsIntoJson() {
        assertThat(converter.convertTo(String.class, List.of(STATUS, STATUS))).isEqualTo("[" + JSON + "," + JSON + "]");
        assertThat(converter.convertTo(byte[].class, List.of(STATUS)))
                .isEqualTo(("[" + JSON + "]").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void turnsARecordIntoAMap() {
        assertThat(converter.convertTo(Map.class, STATUS)).isEqualTo(Map.of("orderId", 7L, "status", "delivered"));
    }

    @Test
    void writesNamesAndMoneyAsPeopleDo() {
        assertThat(converter.convertTo(String.class, DomainName.of("example.com")))
                .isEqualTo("example.com");
        assertThat(converter.convertTo(String.class, Money.of("8.39 EUR"))).isEqualTo("8.39 EUR");
    }

    @Test
    void leavesForeignTypesToCamel() {
        assertThat(converter.convertTo(String.class, URI.create("text:x"))).isEqualTo("text:x");
        assertThat(converter.convertTo(String.class, List.of("a", "b")))
                .isEqualTo(List.of("a", "b").toString());
    }
}
