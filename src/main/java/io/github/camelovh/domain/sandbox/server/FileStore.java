// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.util.Optional;

/**
 * Keeps the bytes of files, which are put and got beside the API by links that carry their own permission. Called under
 * the lock of the house.
 */
public interface FileStore {

    /** Where links point to, after the origin. */
    String PATH = "/storage/";

    /**
     * Takes the bytes of a file in place of those it has.
     *
     * @param link path and query as they were called
     * @return whether the link is valid; if not, nothing was taken
     */
    boolean put(String link, byte[] content);

    /**
     * The bytes of a file; empty if the link is not valid or nothing was put there.
     *
     * @param link path and query as they were called
     */
    Optional<byte[]> get(String link);
}
