// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The POM beside a jar in a local repository, and those of its parents. */
final class Pom {
    private final Path file;
    private final Element root;

    private Pom(Path file) {
        this.file = file;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            root = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The POM " + file + " cannot be read", e);
        }
    }

    /** The jar, by what its POM says. */
    static BundledJar of(Path jar) {
        Path folder = jar.toAbsolutePath().getParent();
        String version = folder.getFileName().toString();
        String name = folder.getParent().getFileName().toString();
        Pom pom = new Pom(folder.resolve(name + "-" + version + ".pom"));
        String group = pom.group();
        Path repository = folder.getParent().getParent();
        for (int i = 0; i < group.split("\\.").length; i++) {
            repository = repository.getParent();
        }
        return new BundledJar(group, name, version, pom.licences(repository), jar);
    }

    private String group() {
        return text(root, "groupId")
                .or(() -> child(root, "parent").flatMap(parent -> text(parent, "groupId")))
                .orElseThrow(() -> new IllegalStateException("The POM " + file + " names no group"));
    }

    private List<String> licences(Path repository) {
        List<String> names = new ArrayList<>();
        child(root, "licenses").ifPresent(all -> {
            for (Node each = all.getFirstChild(); each != null; each = each.getNextSibling()) {
                if (each instanceof Element licence) {
                    text(licence, "name").ifPresent(names::add);
                }
            }
        });
        Optional<Element> parent = child(root, "parent");
        if (!names.isEmpty() || parent.isEmpty()) {
            return names;
        }
        String name = text(parent.get(), "artifactId").orElseThrow();
        String version = text(parent.get(), "version").orElseThrow();
        Path folder = repository;
        for (String part : text(parent.get(), "groupId").orElseThrow().split("\\.")) {
            folder = folder.resolve(part);
        }
        return new Pom(folder.resolve(name).resolve(version).resolve(name + "-" + version + ".pom"))
                .licences(repository);
    }

    private static Optional<String> text(Element element, String name) {
        return child(element, name).map(found -> found.getTextContent().strip());
    }

    private static Optional<Element> child(Element element, String name) {
        for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each instanceof Element found && found.getTagName().equals(name)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
