// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.HoldsSecret;
import io.github.camelovh.domain.component.AccountConfiguration;
import io.github.camelovh.domain.component.OvhDomainConverters;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No type with a secret can be written by accident: as JSON, as a map, as text, by Java's serialization. */
class SecretTypesTest {
    private static final String SECRET = SampleRecords.SECRET;
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.camelovh.domain");

    /** Names of values that are secrets. */
    private static final Pattern NAMES = Pattern.compile(
            "(?i).*(secret|password|token|consumerKey|applicationKey|authCode|authInfo|privateKey)|configuration");

    /** Fields with such a name that hold no secret. */
    private static final Set<String> NONE = Set.of(
            // encrypted, see SecretSeal
            "io.github.camelovh.domain.app.ledger.Request.sealedSecret",
            "io.github.camelovh.domain.app.ledger.NewRequest.sealedSecret",
            // the declarations that every order makes, from the settings
            "io.github.camelovh.domain.app.settings.ApplicationSettings$Ordering.configuration");

    private static final Map<String, ObjectMapper> MAPPERS = Map.of(
            "plain", new ObjectMapper(),
            "ours", ApiJson.mapper(),
            "all fields",
                    new ObjectMapper()
                            .setVisibility(PropertyAccessor.ALL, Visibility.ANY)
                            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS));

    static Stream<Object> secrets() {
        return Stream.concat(
                Stream.of(new AuthCode(SECRET), configuration()),
                marked().filter(Class::isRecord).map(SampleRecords::of));
    }

    private static AccountConfiguration configuration() {
        AccountConfiguration configuration = new AccountConfiguration();
        configuration.setConsumerKey(SECRET);
        return configuration;
    }

    private static Stream<Class<?>> marked() {
        return PRODUCT.stream()
                .filter(type -> type.isAnnotatedWith(HoldsSecret.class))
                .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void isNotWrittenAsJsonNorAsAMap(Object value) {
        MAPPERS.forEach((name, mapper) -> {
            assertThatThrownBy(() -> mapper.writeValueAsString(value))
                    .as(name)
                    .hasMessageContaining("holds a secret, so it is not written as JSON")
                    .hasMessageNotContaining(SECRET);
            assertThatThrownBy(() -> mapper.writeValueAsString(Map.of("value", List.of(value))))
                    .as(name)
                    .hasMessageNotContaining(SECRET);
            assertThatThrownBy(() -> mapper.convertValue(value, Map.class))
                    .as(name)
                    .hasMessageNotContaining(SECRET);
            assertThatThrownBy(() -> mapper.valueToTree(value)).as(name).hasMessageNotContaining(SECRET);
        });
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void isNeitherShownAsTextNorSerializedByJava(Object value) throws Exception {
        assertThat(value.toString()).doesNotContain(SECRET);
        assertThat(OvhDomainConverters.convert(String.class, null, value, null)).isNull();
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> out.writeObject(value)).isInstanceOf(NotSerializableException.class);
        }
    }

    /** A new type with a secret is found by the names and the types of its values. */
    @Test
    void everyTypeWithASecretIsMarked() {
        List<String> unmarked = PRODUCT.stream()
                .filter(type -> !type.getPackageName().contains(".sandbox"))
                .flatMap(type -> type.getFields().stream())
                .filter(SecretTypesTest::holdsASecret)
                .filter(field -> !field.getOwner().isAnnotatedWith(HoldsSecret.class))
                .map(JavaField::getFullName)
                .filter(name -> !NONE.contains(name))
                .toList();

        assertThat(unmarked)
                .as("Mark these types with @HoldsSecret, or say in NONE why the value is no secret")
                .isEmpty();
    }

    /** The check above would be empty if it did not see the types that exist. */
    @Test
    void theSearchSeesRecordsAndBeans() {
        Set<String> found = PRODUCT.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(SecretTypesTest::holdsASecret)
                .map(field -> field.getOwner().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(found)
                .contains(
                        "ApplicationKey",
                        "ServiceAccount",
                        "PersonalToken",
                        "RequestedKey",
                        "Purchase",
                        "RepairFacts",
                        "Accepted",
                        "ActionRow",
                        "LedgerAddress",
                        "LedgerSettings",
                        "NotificationSettings",
                        "Mail",
                        "AccountConfiguration");
    }

    private static boolean holdsASecret(JavaField field) {
        boolean text = field.getRawType().isEquivalentTo(String.class)
                || field.getRawType().isEquivalentTo(char[].class)
                || field.getRawType().isEquivalentTo(Map.class);
        boolean readable = field.getOwner().isRecord()
                || field.getOwner().getMethods().stream()
                        .anyMatch(method -> method.getName().equalsIgnoreCase("get" + field.getName()));
        boolean secret = (text && NAMES.matcher(field.getName()).matches())
                || field.getRawType().isEquivalentTo(AuthCode.class);
        return secret && readable && !field.getModifiers().contains(JavaModifier.STATIC);
    }

    @Test
    void theApiGetsTheCodeItself() {
        ApiCall call = SampleRecords.call().withBody(Map.of("authInfo", new AuthCode(SECRET)));

        assertThat(new String(call.body(), StandardCharsets.UTF_8)).isEqualTo("{\"authInfo\":\"" + SECRET + "\"}");
    }
}
