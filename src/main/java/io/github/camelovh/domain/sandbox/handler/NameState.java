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
    /** The ids of name servers that a task will remove. */
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
    /** Until when it cannot move to another registrar; 0 if it can. */
    long heldUntil;
    /** When its lock was lifted; 0 while it is locked. */
    long unlockedAt;
    /** The task that moves it to another registrar; 0 for none. */
    long leaving;
    /** Members of the version 2 target that version 1 does not have; null until set. */
    ArrayNode dsData;

    ArrayNode hosts;

    ObjectNode contacts;

    /** Requested name servers that are not set yet, separated by spaces; null for none. */
    String wishedServers;

    /** The fields that whois discloses, by contact; no fields: all of them; null until set. */
    Map<String, List<String>> disclosed;

    /** The substitute mail addresses, by contact; null until set. */
    Map<String, StandIn> obfuscated;

    /** Accounts by role ({@code contactAdmin}), if they are not this account. */
    Map<String, String> accounts = new TreeMap<>();

    /** The AllDom pack to which it belongs; null for none. */
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
     * A substitute mail address.
     *
     * @param readyAt when it starts to work, epoch milliseconds
     */
    record StandIn(String address, long readyAt) {}

    /** One DNSSEC key at the registry. */
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
