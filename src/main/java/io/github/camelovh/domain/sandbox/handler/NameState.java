// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A name of the account. */
final class NameState {

    String name;
    String extension;
    long serviceId;
    long created;
    long expires;
    long updated;
    String lock = "locked";
    String nameServerType = "hosted";
    List<Host> nameServers = new ArrayList<>();
    /** Name servers that a task will add. */
    List<Host> incoming = new ArrayList<>();
    /** The ids of name servers that a task will take away. */
    Set<Long> outgoing = new HashSet<>();
    /** Addresses by host. */
    Map<String, List<String>> glue = new TreeMap<>();

    List<Key> keys = new ArrayList<>();
    long whoisOwner;
    boolean automatic = true;
    boolean deleteAtExpiration;
    boolean forced;
    Boolean manualPayment;
    long periodInMonths = 12;
    /** OVHcloud's own order for the next renewal; 0 for none. */
    long automaticOrder;
    /** Whether that order could not be paid. */
    boolean unpaid;

    String authCode;
    /** Until when it may not change its registrar; 0 for no such time. */
    long heldUntil;
    /** When its lock was lifted; 0 while it is there. */
    long unlockedAt;
    /** The task that takes it to another registrar; 0 for none. */
    long leaving;
    /** Members of the version 2 target that version 1 has no place for; null until set. */
    ArrayNode dsData;

    ArrayNode hosts;

    ObjectNode contacts;

    /** Name servers that were wished for there and are not set yet, parted by blanks; null for none. */
    String wishedServers;

    /** What whois discloses, by contact, no field: all of it; null until set. */
    Map<String, List<String>> disclosed;

    /** The mail addresses that stand in for the real ones, by contact; null until set. */
    Map<String, StandIn> obfuscated;

    /** Accounts by role ({@code contactAdmin}), where they are not the owner of this one. */
    Map<String, String> accounts = new TreeMap<>();

    /** The AllDom pack that it is of; null for none. */
    String pack() {
        return name.startsWith("pack-") ? name.substring(0, name.indexOf('.')) : null;
    }

    String account(String role, String otherwise) {
        return accounts.getOrDefault(role, otherwise);
    }

    String renewalState() {
        if (deleteAtExpiration) {
            return "cancellation_requested";
        }
        if (unpaid && automatic) {
            return "unpaid";
        }
        return automatic ? "automatic_renew" : "manual_renew";
    }

    /**
     * A mail address in the place of another.
     *
     * @param readyAt since when it works, epoch milliseconds
     */
    record StandIn(String address, long readyAt) {}

    /** One key that the registry vouches for. */
    record Key(long id, int algorithm, int flags, long tag, String publicKey) {}

    /** One name server. */
    static final class Host {
        long id;
        String host;
        String ipv4;
        String ipv6;

        static Host of(long id, String host) {
            Host made = new Host();
            made.id = id;
            made.host = host;
            return made;
        }
    }
}
