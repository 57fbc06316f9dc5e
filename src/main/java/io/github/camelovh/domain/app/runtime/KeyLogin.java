// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.api.ConsumerKeyRequest;
import io.github.camelovh.domain.api.CredentialSearch;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.model.Credential;
import io.github.camelovh.domain.api.model.RequestedKey;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.settings.SettingsException;
import io.github.camelovh.domain.component.AccountConfiguration;
import io.github.camelovh.domain.component.OvhDomainComponent;
import io.github.camelovh.domain.component.OvhDomainConstants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;

/** Gets a consumer key for an application: asks for it, and waits until a person has consented. */
public final class KeyLogin {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final String endpoint;
    private final Credentials.ApplicationKey application;
    private final String place;

    /**
     * @param search where application key and secret are looked for
     * @throws SettingsException if what was found is of another kind
     */
    public KeyLogin(CredentialSearch search) {
        CredentialSearch.Found all = search.requireUnsigned();
        this.endpoint = all.endpoint();
        this.place = all.consumerKeyPlace();
        if (!(all.credentials() instanceof Credentials.ApplicationKey found)) {
            throw new SettingsException("A consumer key belongs to an application key; service accounts and personal"
                    + " tokens get their rights by IAM policies (see `ovh-domain rights`). Nothing was asked for.");
        }
        this.application = found;
    }

    /** @param consumerKey null while there is none */
    private DefaultCamelContext started(String consumerKey) {
        DefaultCamelContext context = new DefaultCamelContext();
        AccountConfiguration options = context.getComponent(OvhDomainConstants.SCHEME, OvhDomainComponent.class)
                .getDefaultAccount();
        options.setRegion(endpoint);
        options.setApplicationKey(application.applicationKey());
        options.setApplicationSecret(application.applicationSecret());
        options.setConsumerKey(consumerKey);
        context.start();
        return context;
    }

    /** Asks for a key that has just these rights. */
    public RequestedKey request(ConsumerKeyRequest rights) throws IOException {
        try (DefaultCamelContext context = started(null)) {
            return new Endpoints(() -> context)
                    .call("api", "createCredential", Map.of(), rights.body())
                    .as(RequestedKey.class);
        }
    }

    /**
     * Waits until a person has consented.
     *
     * @return false if nobody did in time
     */
    public boolean awaitConsent(RequestedKey key, Duration atMost) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        try (DefaultCamelContext context = started(key.consumerKey())) {
            Endpoints endpoints = new Endpoints(() -> context);
            while (true) {
                if (consented(endpoints)) {
                    return true;
                }
                if (System.nanoTime() >= end) {
                    return false;
                }
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        }
    }

    private static boolean consented(Endpoints endpoints) {
        try {
            Credential seen =
                    endpoints.call("api", "getCurrentCredential", Map.of()).as(Credential.class);
            return "validated".equals(seen.status());
        } catch (OvhAuthenticationException e) {
            return false; // as long as nobody consented, the key counts as wrong
        }
    }

    /**
     * Writes the keys to a new file that only its owner can read.
     *
     * @throws IOException if the file is there already, or cannot be written
     */
    public void write(Path file, RequestedKey key) throws IOException {
        String text = "[default]\nendpoint=" + endpoint + "\n\n[" + endpoint + "]\napplication_key="
                + application.applicationKey() + "\napplication_secret=" + application.applicationSecret()
                + "\nconsumer_key=" + key.consumerKey() + "\n";
        PrivateFiles.create(file);
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** {@return where the key belongs: keys of two places are never combined} */
    public String place() {
        return place;
    }

    /** {@return the line that sets the key in that place} */
    public String line(RequestedKey key) {
        return (place.equals("OVH_CONSUMER_KEY") ? "export OVH_CONSUMER_KEY=" : "consumer_key=") + key.consumerKey();
    }

    /** A search in the usual places. */
    public static CredentialSearch search(String endpoint, Path workingFolder) {
        return new CredentialSearch(
                endpoint == null ? Map.of() : Map.of("region", endpoint),
                System.getenv(),
                CredentialSearch.usualFiles(workingFolder, Path.of(System.getProperty("user.home"))));
    }
}
