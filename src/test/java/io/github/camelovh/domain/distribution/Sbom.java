// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.distribution;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** A software bill of materials in CycloneDX's JSON. The same jars give the same text: it has no time in it. */
final class Sbom {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Sbom() {}

    static String of(String version, List<BundledJar> jars, LicenceTexts licences) throws IOException {
        ObjectNode sbom = JSON.createObjectNode()
                .put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6");
        ArrayNode components = JSON.createArrayNode();
        for (BundledJar jar : jars) {
            components.add(component(jar, licences));
        }
        UUID number = UUID.nameUUIDFromBytes((version + components).getBytes(StandardCharsets.UTF_8));
        sbom.put("serialNumber", "urn:uuid:" + number).put("version", 1);
        sbom.putObject("metadata")
                .putObject("component")
                .put("type", "application")
                .put("bom-ref", "pkg:maven/io.github.camelovh/camel-ovh-domain@" + version)
                .put("group", "io.github.camelovh")
                .put("name", "camel-ovh-domain")
                .put("version", version);
        sbom.set("components", components);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sbom) + "\n";
    }

    private static ObjectNode component(BundledJar jar, LicenceTexts licences) throws IOException {
        String purl = "pkg:maven/" + jar.group() + "/" + jar.name() + "@" + jar.version() + "?type=jar";
        ObjectNode component = JSON.createObjectNode()
                .put("type", "library")
                .put("bom-ref", purl)
                .put("group", jar.group())
                .put("name", jar.name())
                .put("version", jar.version());
        component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", sha256(jar));
        ArrayNode names = component.putArray("licenses");
        for (String id : licences.ids(jar)) {
            // Names that are no ids of SPDX may not be in the member "id".
            names.addObject().putObject("license").put(licences.isSpdx(id) ? "id" : "name", id);
        }
        return component.put("purl", purl);
    }

    private static String sha256(BundledJar jar) throws IOException {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar.file())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
