// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.ledger.LedgerSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.quartz.QuartzComponent;

/**
 * Quartz with its times in the ledger's database: of all processes that share a ledger one does what is due, what was missed while
 * none ran is done once when one starts, and what a dead one was doing is begun anew by another. Stateless.
 */
final class Schedules {
    /** The name of the component in routes. */
    static final String SHARED = "shared-quartz";

    private static final String STORE = "org.quartz.jobStore.";
    private static final String POOL = "org.quartz.dataSource.ledger.";
    /** How often a process shows that it lives, and looks whether something is due; another one takes over some seconds after that. */
    private static final int CHECK_IN_MILLIS = 5_000;
    /** What is late by less is done as if it were not. */
    private static final int MISSED_AFTER_MILLIS = 60_000;

    private Schedules() {}

    /**
     * Connects once a route uses it.
     *
     * @param owner of what this process does; no two processes have the same
     */
    static QuartzComponent in(LedgerSettings ledger, String owner) {
        Map<String, Object> all = new HashMap<>();
        all.put("org.quartz.scheduler.instanceName", "ovh-domain");
        all.put("org.quartz.scheduler.instanceId", owner);
        all.put("org.quartz.scheduler.skipUpdateCheck", "true");
        all.put("org.quartz.scheduler.idleWaitTime", Integer.toString(CHECK_IN_MILLIS));
        all.put("org.quartz.threadPool.threadCount", "2");
        all.put(STORE + "class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        // H2 takes the same statements.
        all.put(STORE + "driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        all.put(STORE + "tablePrefix", "quartz_");
        all.put(STORE + "isClustered", "true");
        all.put(STORE + "clusterCheckinInterval", Integer.toString(CHECK_IN_MILLIS));
        all.put(STORE + "misfireThreshold", Integer.toString(MISSED_AFTER_MILLIS));
        // Texts only: no object of ours is ever read from the database.
        all.put(STORE + "useProperties", "true");
        all.put(STORE + "dataSource", "ledger");
        all.put(POOL + "connectionProvider.class", QuartzConnections.class.getName());
        all.put(POOL + "url", ledger.url());
        all.put(POOL + "user", ledger.user());
        all.put(POOL + "password", ledger.password());
        all.put(POOL + "leaseSeconds", Long.toString(ledger.lease().toSeconds()));
        QuartzComponent quartz = new QuartzComponent();
        quartz.setProperties(all);
        return quartz;
    }
}
