// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.transfer;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.transfer.AuthCodeStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/**
 * Where auth codes are handed over: one file for each name, which only the holder of the certificate's key can open. The files
 * are CMS messages (RFC 5652, AES-256), as {@code openssl cms -decrypt} reads them. Thread-safe.
 */
public final class AuthCodeFiles implements AuthCodeStore {
    private static final String CERTIFICATE =
            "make a key and a certificate: openssl req -x509 -newkey rsa:3072 -nodes -days"
                    + " 365 -subj /CN=codes -keyout codes.key -out codes.pem; then set ovh-domain.release.certificate to codes.pem";
    private static final int SHOWN = 8;

    private final Path folder;
    private final Path certificate;
    private final Clock clock;

    /**
     * @param folder where the files go
     * @param certificate file of an X.509 certificate with an RSA key, in PEM or DER; null for none
     */
    public AuthCodeFiles(Path folder, Path certificate, Clock clock) {
        this.folder = folder;
        this.certificate = certificate;
        this.clock = clock;
    }

    @Override
    public Optional<PlanOutcome.Refused> objection() {
        try {
            certificate();
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of(new PlanOutcome.Refused(e.getMessage(), CERTIFICATE));
        }
    }

    /** @throws IllegalStateException if there is no certificate to do it with */
    @Override
    public String recipient() {
        X509Certificate found = certificate();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(found.getEncoded());
            return found.getSubjectX500Principal() + " (SHA-256 "
                    + HexFormat.of().formatHex(digest, 0, SHOWN) + ")";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate " + certificate + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public String placeOf(DomainName name) {
        return fileOf(name).toString();
    }

    private Path fileOf(DomainName name) {
        return folder.resolve(name.ascii() + ".authcode.pem");
    }

    /** @throws IllegalStateException if there is no certificate to do it with */
    @Override
    public void handOver(DomainName name, AuthCode code) {
        byte[] text = (name.ascii() + " " + code.secret() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            PrivateFiles.folder(folder);
            Path part = PrivateFiles.temporary(folder, ".code", ".part");
            try {
                Files.writeString(part, envelope(text));
                Files.move(part, fileOf(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The auth code of " + name + " could not be written to " + folder, e);
        }
    }

    private String envelope(byte[] text) throws IOException {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        try {
            generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(certificate()));
            CMSEnvelopedData data = generator.generate(
                    new CMSProcessableByteArray(text),
                    new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build());
            StringWriter pem = new StringWriter();
            try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
                writer.writeObject(data.toASN1Structure());
            }
            return pem.toString();
        } catch (CMSException | CertificateEncodingException e) {
            throw new IllegalStateException("No code can be sealed with " + certificate + ": " + e.getMessage(), e);
        }
    }

    private X509Certificate certificate() {
        if (certificate == null) {
            throw new IllegalStateException(
                    "ovh-domain.release.certificate is not set, so there is nobody to seal auth codes" + " for");
        }
        try (InputStream in = Files.newInputStream(certificate)) {
            X509Certificate found =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            if (!"RSA".equals(found.getPublicKey().getAlgorithm())) {
                throw new IllegalStateException("The certificate " + certificate + " has a key of the kind "
                        + found.getPublicKey().getAlgorithm() + "; auth codes are sealed with RSA");
            }
            found.checkValidity(Date.from(clock.instant()));
            return found;
        } catch (IOException e) {
            throw new IllegalStateException("The certificate " + certificate + " cannot be read: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate " + certificate + " cannot be used: " + e.getMessage(), e);
        }
    }
}
