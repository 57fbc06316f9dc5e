// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.PurchaseKey;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes one object of any record of the product, whose values are {@link #SECRET} wherever that is possible. */
final class SampleRecords {
    static final String SECRET = "s3cret-value";
    private static final DomainName NAME = DomainName.of("example.com");

    private SampleRecords() {}

    static Object of(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Stream.of(components).map(SampleRecords::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Say here how to make the values of " + type.getName(), e);
        }
    }

    static ApiCall call() {
        return ApiCall.of(OperationCatalog.row("domain:getAuthCode"), NAME.ascii());
    }

    private static Object value(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return text(component.getName());
        }
        if (type == Map.class) {
            return component.getName().equals("sections")
                    ? Map.of("ovh-eu", Map.of("consumer_key", SECRET))
                    : Map.of("AUTH_INFO", SECRET);
        }
        return Stream.<Object>of(
                        NAME,
                        new AuthCode(SECRET),
                        PurchaseKey.of(PurchaseAction.CREATE, NAME),
                        ChangeRun.withoutApproval(null),
                        Path.of("file"),
                        URI.create("https://hook.example/" + SECRET),
                        component.getName().equals("margin") ? Duration.ofMinutes(1) : Duration.ofHours(1),
                        List.of(),
                        SECRET.getBytes(StandardCharsets.UTF_8))
                .filter(type::isInstance)
                .findFirst()
                .orElseGet(() -> ofOtherType(type));
    }

    private static Object ofOtherType(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type.isSealed() && type.getName().contains(".app.row.")) {
            return new RowCommand.Leave(NAME, RowCommand.Leave.LOCK, "");
        }
        return type.isRecord() && type.getPackageName().contains(".settings") ? of(type) : null;
    }

    /** Texts that are no secrets and have a form of their own, so that {@code toString} may show them. */
    private static String text(String name) {
        return switch (name) {
            case "url" -> "jdbc:h2:mem:" + SECRET;
            case "path" -> "/domain";
            case "duration" -> "P1Y";
            case "user", "to", "from", "server", "state" -> "plain";
            default -> SECRET;
        };
    }
}
