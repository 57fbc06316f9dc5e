// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A mutable copy of the options, so that a {@code with} method need not list all components. */
final class SandboxOptionsDraft {
    int port;
    String bind;
    Duration latency;
    String rateLimit;
    boolean retryAfter;
    int domains;
    int owners;
    Path store;
    long seed;
    Duration taskTime;
    Duration transferTime;
    boolean registryTimes;
    Duration clockWindow;
    boolean strictSignatures;
    List<String> publicBaseUrls;
    boolean batch;
    boolean pages;
    boolean pagesEverywhere;
    Duration credentialLife;
    Map<String, Integer> zones;
    boolean txtQuoting;
    boolean txtAsDkim;
    Integer dnsPort;
    Integer ovhDnsPort;
    Clock clock;

    SandboxOptionsDraft(SandboxOptions from) {
        port = from.port();
        bind = from.bind();
        latency = from.latency();
        rateLimit = from.rateLimit();
        retryAfter = from.retryAfter();
        domains = from.domains();
        owners = from.owners();
        store = from.store();
        seed = from.seed();
        taskTime = from.taskTime();
        transferTime = from.transferTime();
        registryTimes = from.registryTimes();
        clockWindow = from.clockWindow();
        strictSignatures = from.strictSignatures();
        publicBaseUrls = from.publicBaseUrls();
        batch = from.batch();
        pages = from.pages();
        pagesEverywhere = from.pagesEverywhere();
        credentialLife = from.credentialLife();
        zones = from.zones();
        txtQuoting = from.txtQuoting();
        txtAsDkim = from.txtAsDkim();
        dnsPort = from.dnsPort();
        ovhDnsPort = from.ovhDnsPort();
        clock = from.clock();
    }

    SandboxOptions options() {
        return new SandboxOptions(
                port,
                bind,
                latency,
                rateLimit,
                retryAfter,
                domains,
                owners,
                store,
                seed,
                taskTime,
                transferTime,
                registryTimes,
                clockWindow,
                strictSignatures,
                publicBaseUrls,
                batch,
                pages,
                pagesEverywhere,
                credentialLife,
                zones,
                txtQuoting,
                txtAsDkim,
                dnsPort,
                ovhDnsPort,
                clock);
    }
}
