// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a sandbox for JUnit 5 tests and passes it to parameters of type {@link OvhSandbox}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final OvhSandboxExtension OVH = OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(3));
 * }</pre>
 *
 * <p>In a static field, or with {@code @ExtendWith}, one sandbox serves the class and its nested classes. It is reset
 * before each test, unless {@link #keepingState()} was called. In an instance field, each test has its own sandbox.
 */
public final class OvhSandboxExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final SandboxOptions options;
    private final boolean reset;
    private OvhSandbox sandbox;
    private int classes;

    /** For {@code @ExtendWith}, with default options. */
    public OvhSandboxExtension() {
        this(SandboxOptions.defaults(), true);
    }

    private OvhSandboxExtension(SandboxOptions options, boolean reset) {
        this.options = options;
        this.reset = reset;
    }

    public static OvhSandboxExtension with(SandboxOptions options) {
        return new OvhSandboxExtension(options, true);
    }

    /** The same, but without a reset before each test. */
    public OvhSandboxExtension keepingState() {
        return new OvhSandboxExtension(options, false);
    }

    /**
     * The running sandbox.
     *
     * @throws IllegalStateException outside of tests
     */
    public OvhSandbox sandbox() {
        if (sandbox == null) {
            throw new IllegalStateException("The sandbox runs during tests only");
        }
        return sandbox;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (classes++ == 0) {
            sandbox = OvhSandbox.start(options);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (sandbox == null) {
            sandbox = OvhSandbox.start(options);
        } else if (reset) {
            sandbox.reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--classes == 0) {
            stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OvhSandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return sandbox();
    }

    private void stop() {
        sandbox.close();
        sandbox = null;
    }
}
