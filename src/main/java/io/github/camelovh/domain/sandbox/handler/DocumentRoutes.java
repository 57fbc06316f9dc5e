// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.FileStore;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /me/document}: files of the account. Their bytes go to the file storage through links that are valid for an
 * hour, one to put and one to get. Each read of a document returns new links.
 */
final class DocumentRoutes implements FileStore {

    private static final String DOCUMENT = "/me/document/{id}";
    private static final Duration LINK_LIFE = Duration.ofHours(1);
    private static final Pattern LINK =
            Pattern.compile(PATH + "documents/([0-9a-f-]+)\\?temp_url_sig=([0-9a-f]+)&temp_url_expires=(\\d{1,18})");

    private final SandboxWorld world;
    private final Account account;
    private final Supplier<String> origin;

    /** @param origin scheme, host and port of the file storage */
    DocumentRoutes(SandboxWorld world, Account account, Supplier<String> origin) {
        this.world = world;
        this.account = account;
        this.origin = origin;
    }

    void register(Routes routes) {
        routes.on(
                "GET",
                "/me/document",
                request -> SandboxAnswer.ok(Json.list(
                        world.unordered(account.documents.keySet().stream().toList()))));
        routes.on("POST", "/me/document", this::create);
        routes.on("POST", "/me/document/cors", request -> SandboxAnswer.nothing());
        routes.on("GET", DOCUMENT, request -> SandboxAnswer.ok(json(document(request))));
        routes.on("PUT", DOCUMENT, this::update);
        routes.on("DELETE", DOCUMENT, request -> {
            account.documents.remove(document(request).id);
            return SandboxAnswer.nothing();
        });
        routes.onFiles(this);
    }

    private DocumentState document(SandboxRequest request) {
        String id = request.path("id");
        DocumentState document = account.documents.get(id);
        if (document == null) {
            throw Refuse.noSuchObject(id);
        }
        return document;
    }

    private SandboxAnswer create(SandboxRequest request) {
        DocumentState made = new DocumentState();
        made.id = world.uuid("document " + world.ids().next()).toString();
        made.name = request.text("name").orElseThrow();
        if (made.name.isBlank()) {
            throw Refuse.badRequest("A document needs a name");
        }
        made.tags = request.body().path("tags") instanceof ArrayNode tags ? tags.deepCopy() : Json.list();
        made.created = world.now().toEpochMilli();
        account.documents.put(made.id, made);
        return SandboxAnswer.ok(json(made));
    }

    /** Only the expiration date can be changed. */
    private SandboxAnswer update(SandboxRequest request) {
        DocumentState document = document(request);
        JsonNode expires = request.body().path("expirationDate");
        if (!expires.isMissingNode()) {
            document.expires = expires.isNull()
                    ? 0
                    : OffsetDateTime.parse(expires.asText()).toInstant().toEpochMilli();
        }
        return SandboxAnswer.nothing();
    }

    private ObjectNode json(DocumentState document) {
        return Json.object(
                "creationDate",
                Json.dateTime(document.created),
                "expirationDate",
                Json.dateTime(document.expires),
                "getUrl",
                link("GET", document.id),
                "id",
                document.id,
                "name",
                document.name,
                "putUrl",
                link("PUT", document.id),
                "size",
                document.size(),
                "tags",
                document.tags,
                "validationDate",
                null);
    }

    private String link(String method, String id) {
        long expires = world.now().plus(LINK_LIFE).getEpochSecond();
        return origin.get() + PATH + "documents/" + id + "?temp_url_sig=" + signature(method, id, expires)
                + "&temp_url_expires=" + expires;
    }

    private String signature(String method, String id, long expires) {
        return world.uuid(method + " " + id + " " + expires).toString().replace("-", "");
    }

    @Override
    public boolean put(String link, byte[] content) {
        Optional<DocumentState> document = at("PUT", link);
        document.ifPresent(found -> found.content = content.clone());
        return document.isPresent();
    }

    @Override
    public Optional<byte[]> get(String link) {
        return at("GET", link).map(document -> document.content);
    }

    private Optional<DocumentState> at(String method, String link) {
        Matcher parts = LINK.matcher(link);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long expires = Long.parseLong(parts.group(3));
        boolean valid = parts.group(2).equals(signature(method, parts.group(1), expires))
                && world.now().getEpochSecond() < expires;
        return valid ? Optional.ofNullable(account.documents.get(parts.group(1))) : Optional.empty();
    }
}
