// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.ArrayList;
import java.util.List;

/** Executes tasks that change a name at its registry: name servers, their addresses and DNSSEC keys. */
final class RegistryWork {

    private static final ObjectMapper PARSER = new ObjectMapper();

    private final SandboxWorld world;

    RegistryWork(SandboxWorld world) {
        this.world = world;
    }

    /** Executes a task on a name. */
    void perform(TaskState task, NameState name) {
        switch (task.function) {
            case "DomainDnsUpdate" -> {
                name.nameServers.removeIf(host -> name.outgoing.contains(host.id));
                name.nameServers.addAll(name.incoming);
                name.outgoing.clear();
                name.incoming.clear();
            }
            case "DomainHostCreate", "DomainHostUpdate" -> {
                JsonNode change = read(task.change);
                name.glue.put(change.path("host").asText(), texts(change.path("ips")));
            }
            case "DomainHostDelete" -> name.glue.remove(task.change);
            case "DomainDsUpdate" -> {
                name.keys.clear();
                for (JsonNode key : read(task.change)) {
                    name.keys.add(new NameState.Key(
                            world.ids().next(),
                            key.path("algorithm").asInt(),
                            key.path("flags").asInt(),
                            key.path("tag").asLong(),
                            key.path("publicKey").asText()));
                }
            }
            default -> throw new IllegalStateException("nobody begins tasks " + task.function);
        }
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode read(String change) {
        try {
            return PARSER.readTree(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task holds no JSON", e);
        }
    }

    static void cancelled(TaskState task, NameState name) {
        if (task.function.equals("DomainDnsUpdate")) {
            name.outgoing.clear();
            name.incoming.clear();
        }
    }
}
