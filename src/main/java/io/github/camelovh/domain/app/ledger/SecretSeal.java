// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.app.file.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the secrets of rows (authorisation codes), so that the database and its backups hold none in clear: AES-256-GCM,
 * a new nonce for each, bound to the row's name. The key is a file beside the data that only its owner may read; nodes
 * that share a ledger share that file. Thread-safe.
 */
public final class SecretSeal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String DIGEST = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final SecureRandom random;

    private SecretSeal(byte[] key, SecureRandom random) {
        this.key = new SecretKeySpec(key, "AES");
        this.random = random;
    }

    /**
     * Reads the key file, or makes it (owner only, 0600) where there is none.
     *
     * @throws LedgerException if it cannot be read or written, or holds no key
     */
    public static SecretSeal withKeyFile(Path file) {
        SecureRandom random = new SecureRandom();
        try {
            if (!Files.exists(file)) {
                create(file, random);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException(key.length + " bytes");
            }
            return new SecretSeal(key, random);
        } catch (IllegalArgumentException e) {
            throw new LedgerException("The key file " + file + " does not hold " + 2 * KEY_BYTES
                    + " hexadecimal digits. No secret was read. Put the right file back from your copy; without it the"
                    + " authorisation codes in the ledger are lost and their rows have to be dropped again.");
        } catch (IOException e) {
            throw new LedgerException(
                    "The key file " + file + " cannot be read or written: " + e + ". No secret was read.", e);
        }
    }

    private static void create(Path file, SecureRandom random) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Path whole = file.toAbsolutePath();
        Path fresh = PrivateFiles.temporary(whole.getParent(), "ledger", ".key");
        try {
            Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.DSYNC);
            // A link fails where the file exists, so that of two processes that start at once both use the first key.
            Files.createLink(whole, fresh);
        } catch (FileAlreadyExistsException e) {
            // The other process's key is as good.
        } catch (UnsupportedOperationException e) {
            Files.move(fresh, whole);
        } finally {
            Files.deleteIfExists(fresh);
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * Seals a secret.
     *
     * @param secret the secret in clear
     * @param domain the name it belongs to; it opens for no other
     */
    public String seal(String secret, String domain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, domain).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /**
     * Opens what {@link #seal} gave.
     *
     * @param sealed not null
     * @param domain the name it was sealed for
     * @throws LedgerException if it was sealed with another key or for another name
     */
    public String open(String sealed, String domain) {
        byte[] whole = Base64.getDecoder().decode(sealed);
        try {
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] secret =
                    cipher(Cipher.DECRYPT_MODE, nonce, domain).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new LedgerException("The secret of " + domain + " was sealed with another key. It was not read. Put"
                    + " the key file that belongs to this ledger back, or drop the row again with its code.");
        }
    }

    /**
     * A sign of a secret, to know it again by and to learn nothing from: a keyed digest.
     *
     * @return 24 hexadecimal digits, the same for the same secret
     */
    public String mark(String secret) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(new SecretKeySpec(key.getEncoded(), DIGEST));
            return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)), 0, NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + DIGEST, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String domain) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(domain.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "SecretSeal[***]";
    }
}
