// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.util.Optional;

/**
 * Stores the bytes of files. Clients read and write them through links that contain their own permission. Called under
 * the sandbox's lock.
 */
public interface FileStore {

    /** The path of all links, after the origin. */
    String PATH = "/storage/";

    /**
     * Replaces the bytes of a file.
     *
     * @param link path and query as they were called
     * @return whether the link is valid; if not, nothing was stored
     */
    boolean put(String link, byte[] content);

    /**
     * The bytes of a file; empty if the link is not valid or no bytes were stored.
     *
     * @param link path and query as they were called
     */
    Optional<byte[]> get(String link);
}
