/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A copy in the making: spares each {@code with} method the naming of all components. */
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
