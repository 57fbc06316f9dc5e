// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All state and history of the account, as plain data that Jackson writes and reads by its fields. Guarded by the
 * sandbox's lock.
 */
final class Account {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);

    /** When the sandbox was first started. The dates of the portfolio are relative to this time. */
    long born;

    ObjectNode me;
    Map<Long, ObjectNode> contacts = new TreeMap<>();
    Map<Long, ObjectNode> paymentMethods = new TreeMap<>();
    Map<String, CartState> carts = new LinkedHashMap<>();
    Map<Long, OrderState> orders = new TreeMap<>();
    Map<Long, TaskState> tasks = new TreeMap<>();
    Map<Long, TaskState> zoneTasks = new TreeMap<>();
    Map<Long, ContactChangeState> contactChanges = new TreeMap<>();
    Map<String, DocumentState> documents = new LinkedHashMap<>();
    List<MailState> mails = new ArrayList<>();
    /** Zones that were ordered or requested at start, and changed zones of names. */
    Map<String, SandboxZone> zones = new LinkedHashMap<>();
    /** Bought names, and changed names of the portfolio. */
    Map<String, NameState> names = new LinkedHashMap<>();
    /** Names of the portfolio that have left the account. */
    Set<String> departed = new TreeSet<>();
    /** Names at other registrars whose state differs from what their prefix says. */
    Map<String, NameElsewhere> elsewhere = new LinkedHashMap<>();

    JsonNode save() {
        zones.values().forEach(zone -> zone.pack = ZonePack.of(zone));
        JsonNode state = MAPPER.valueToTree(this);
        zones.values().forEach(zone -> zone.pack = null);
        return state;
    }

    /** Replaces this state with a stored one. */
    void load(JsonNode state) {
        try {
            MAPPER.readerForUpdating(this).readValue(state);
            zones.values().forEach(zone -> {
                zone.pack.into(zone);
                zone.pack = null;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the stored state of the sandbox's account cannot be read", e);
        }
    }
}
