/**
 * A double of OVHcloud's API that anyone can start. It behaves like the real one as far as that is known, and it sells
 * nothing.
 *
 * <p>Read {@code OvhSandbox} first. It combines {@code sandbox.contract} (the facts of the schema), {@code
 * sandbox.server} (HTTP and infrastructure) and {@code sandbox.handler} (the behaviour). Never here: anything of this
 * project outside {@code sandbox}, because a bug that client and sandbox share would stay hidden. ArchitectureTest
 * checks this.
 */
package io.github.camelovh.domain.sandbox;
