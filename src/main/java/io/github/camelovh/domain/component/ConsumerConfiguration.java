// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of consumers: which changes they report, and how they remember them. Not thread-safe until they are set. */
@UriParams
public abstract class ConsumerConfiguration {

    @UriParam(
            label = "consumer",
            description =
                    "Records which changes were passed on. With a persistent one a restart neither repeats nor loses a change; the default is in memory.")
    private IdempotentRepository idempotentRepository;

    @UriParam(
            label = "consumer,advanced",
            defaultValue = "true",
            description =
                    "Whether a change is written to idempotentRepository before it is processed, and removed again if that fails, or only after. It matters if a program is killed meanwhile, and for several consumers with one repository: with true the change in progress is never passed on twice, with false it is never lost.")
    private boolean idempotentEager = true;

    @UriParam(
            label = "consumer",
            defaultValue = "86400000",
            javaType = "java.time.Duration",
            description =
                    "How far back the first poll reads, so that changes made while the consumer was down are found.")
    private long lookBack = 86400000L;

    @UriParam(
            label = "consumer",
            description =
                    "Only tasks of this name, or only these zones (comma-separated). Default is all; the tasks of all names are read in one poll.")
    private String domain;

    @UriParam(label = "consumer", description = "Only tasks of this function, such as DomainCreate.")
    private String function;

    @UriParam(label = "consumer", description = "Only these orders, separated by commas. Default is every open order.")
    private String orderIds;

    public IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public boolean isIdempotentEager() {
        return idempotentEager;
    }

    public void setIdempotentEager(boolean idempotentEager) {
        this.idempotentEager = idempotentEager;
    }

    public long getLookBack() {
        return lookBack;
    }

    public void setLookBack(long lookBack) {
        this.lookBack = lookBack;
    }

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain;
    }

    public String getFunction() {
        return function;
    }

    public void setFunction(String function) {
        this.function = function;
    }

    public String getOrderIds() {
        return orderIds;
    }

    public void setOrderIds(String orderIds) {
        this.orderIds = orderIds;
    }
}
