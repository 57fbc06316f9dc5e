/**
 * A double of OVHcloud's API that anyone can start: it behaves like the real one as far as known, and sells nothing.
 *
 * <p>Read {@code OvhSandbox} first; it puts together {@code sandbox.contract} (what the schema says), {@code
 * sandbox.server} (the machinery) and {@code sandbox.handler} (what behaves). Never here: anything of this project outside
 * {@code sandbox}, because a bug shared with the client would hide itself. An architecture test holds this.
 */
package io.github.camelovh.domain.sandbox;
