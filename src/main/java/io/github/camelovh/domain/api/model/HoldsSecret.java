// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type with a secret in one of its values. No Jackson mapper writes it or converts it to a map: it throws instead, so
 * that a secret reaches a file, a log or a message only where code reads it by name. Its {@code toString} masks the
 * secret. It is not {@link java.io.Serializable}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@JsonSerialize(using = SecretRefusal.class)
public @interface HoldsSecret {}
