// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.NotificationSettings;
import io.github.camelovh.domain.app.settings.ZoneRules;
import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.Ownership;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** The Camel context that runs the files in {@code routes/}. */
final class Workflows {
    /** Camel prints the options that it sets; it masks only names that it knows itself. */
    private static final String SECRETS =
            "applicationSecret,applicationKey,consumerKey,clientSecret,clientId,accessToken,authInfo,authCode,password";

    /** How old the picture of the account may be; what this process orders is added to it at once. */
    private static final Duration PICTURE = Duration.ofMinutes(5);

    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;
    private static final long LONGEST_PAUSE_OF_FILES_MILLIS = 15_000;

    private Workflows() {}

    /**
     * Makes it ready to start.
     *
     * @param properties Camel's own settings and the component's options among them
     * @param watch whether the inbox and the control folder are watched
     */
    static Main of(ApplicationSettings settings, Properties properties, boolean watch, Map<String, Object> beans) {
        Properties all = camel(properties);
        all.setProperty("camel.main.routesIncludePattern", routeFiles(settings));
        all.putIfAbsent("camel.component.ovh-domain.ovh-subsidiary", settings.subsidiary());
        all.putIfAbsent("camel.component.ovh-domain.currency", settings.currency());
        all.putIfAbsent("camel.component.ovh-domain.holdings-max-age", Long.toString(PICTURE.toMillis()));
        all.setProperty("camel.component.ovh-domain.repair-advisor", "#bean:repairAdvisor");
        all.setProperty("ovh-domain.watch", Boolean.toString(watch));
        all.setProperty("ovh-domain.inbox", settings.inbox().toString());
        all.setProperty("ovh-domain.zones", settings.zoneFolder().toString());
        all.setProperty(
                "ovh-domain.drift",
                Boolean.toString(watch && !settings.driftCron().isEmpty()));
        all.setProperty(
                "ovh-domain.renewals",
                Boolean.toString(watch && !settings.renewals().cron().isEmpty()));
        all.setProperty("ovh-domain.control", settings.control().toString());
        all.setProperty(
                "ovh-domain.heartbeat",
                Long.toString(settings.ledger().lease().dividedBy(4).toMillis()));
        all.setProperty("ovh-domain.delivery.every", settings.delivery().every().toString());
        addNotices(all, settings);
        addGuards(all, settings);
        Main main = main(all, watch);
        beans.forEach(main::bind);
        main.bind("deliveries", deliveries(settings.notices().tries()));
        main.bind("untilItPasses", untilItPasses());
        main.bind("untilLeasesEnd", untilLeasesEnd(settings.ledger().lease()));
        main.addMainListener(new MainListenerSupport() {
            @Override
            public void beforeConfigure(BaseMainSupport starting) {
                pool(starting.getCamelContext(), "planners", settings.ordering().width());
                pool(starting.getCamelContext(), "workers", settings.ordering().width());
            }
        });
        return main;
    }

    private static String routeFiles(ApplicationSettings settings) {
        return Stream.concat(
                        Stream.of("file:" + settings.home().routes() + "/*.camel.yaml"),
                        settings.userActions().stream()
                                .map(action -> "file:" + action.routes())
                                .distinct())
                .collect(Collectors.joining(","));
    }

    /** What the workflows of zones and releases are told, as it is in force; also what no file of settings names. */
    private static void addGuards(Properties all, ApplicationSettings settings) {
        ZoneRules zones = settings.zones();
        for (Guard guard : Guard.values()) {
            all.setProperty(ZoneRules.OPTIONS + guard.option(), zones.guards().valueOf(guard));
        }
        Ownership ours = zones.ownership();
        all.setProperty(ZoneRules.OPTIONS + "ownedNames", list(ours.names()));
        all.setProperty(ZoneRules.OPTIONS + "ownedPrefixes", list(ours.prefixes()));
        all.setProperty(ZoneRules.OPTIONS + "ownedTypes", list(ours.types()));
        all.setProperty(
                "ovh-domain.release.relockAfter",
                settings.transfers().relockAfter().toString());
    }

    /** The apex is written as {@code @}, since nothing at all sets no bound. */
    private static String list(Set<?> all) {
        return all.stream()
                .map(each -> each.toString().isEmpty() ? "@" : each.toString())
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** How a post or a mail is tried again; what fails may name an address with a token in it, so Camel logs nothing. */
    private static RedeliveryPolicy deliveries(int tries) {
        RedeliveryPolicy policy = new RedeliveryPolicy();
        policy.setMaximumRedeliveries(tries - 1);
        policy.setRedeliveryDelay(FIRST_PAUSE_MILLIS);
        policy.setUseExponentialBackOff(true);
        policy.setBackOffMultiplier(2);
        policy.setMaximumRedeliveryDelay(LONGEST_PAUSE_MILLIS);
        policy.setLogRetryAttempted(false);
        policy.setLogExhausted(false);
        policy.setLogNewException(false);
        return policy;
    }

    /** A look each second for as long as a dead node may be thought to be at work, and a little longer. */
    private static RedeliveryPolicy untilLeasesEnd(Duration lease) {
        RedeliveryPolicy policy = new RedeliveryPolicy();
        policy.setMaximumRedeliveries((int) lease.plusMinutes(1).toSeconds());
        policy.setRedeliveryDelay(FIRST_PAUSE_MILLIS);
        policy.setAllowRedeliveryWhileStopping(false);
        policy.setLogRetryAttempted(false);
        policy.setLogExhausted(false);
        policy.setLogNewException(false);
        return policy;
    }

    /** Pauses only: whether it is tried again is asked each time. */
    private static RedeliveryPolicy untilItPasses() {
        RedeliveryPolicy policy = deliveries(1);
        policy.setMaximumRedeliveryDelay(LONGEST_PAUSE_OF_FILES_MILLIS);
        policy.setAllowRedeliveryWhileStopping(false);
        return policy;
    }

    private static void addNotices(Properties all, ApplicationSettings settings) {
        NotificationSettings notices = settings.notices();
        all.setProperty("ovh-domain.events", settings.events().toString());
        all.setProperty("ovh-domain.webhook", Boolean.toString(notices.webhook() != null));
        all.setProperty("ovh-domain.mail", Boolean.toString(notices.mail() != null));
        if (notices.mail() != null) {
            all.setProperty("ovh-domain.mail.endpoint", notices.mail().endpoint());
            all.setProperty(
                    "ovh-domain.mail.every",
                    Long.toString(notices.mail().every().toMillis()));
        }
    }

    /** A context without workflows, for single calls. */
    static Main none(Properties properties) {
        Properties all = camel(properties);
        all.setProperty("camel.main.routesIncludePattern", "false");
        return main(all, false);
    }

    private static Properties camel(Properties properties) {
        Properties all = new Properties();
        all.putAll(properties);
        all.setProperty("camel.main.name", "ovh-domain");
        all.setProperty("camel.main.additionalSensitiveKeywords", SECRETS);
        all.putIfAbsent("camel.main.shutdownTimeout", "20");
        // A bean for each step of sixty routes makes each start longer; set Default to have them.
        all.putIfAbsent("camel.main.jmxManagementMBeansLevel", "RoutesOnly");
        return all;
    }

    /** @param watch whether it goes on until it is told to end; a command that ends starts sooner without JMX, unless a setting asks for it */
    private static Main main(Properties all, boolean watch) {
        Main main = new Main();
        main.configure().setJmxEnabled(watch);
        main.setShutdownStrategy(
                new SimpleMainShutdownStrategy()); // the product hears itself when the process is to end
        main.setDefaultPropertyPlaceholderLocation("false");
        main.setInitialProperties(all);
        return main;
    }

    /** The queue is short, and whoever finds it full works itself: so no more is claimed than is worked on. */
    private static void pool(CamelContext context, String name, int width) {
        context.getExecutorServiceManager()
                .registerThreadPoolProfile(new ThreadPoolProfileBuilder(name)
                        .poolSize(width)
                        .maxPoolSize(width)
                        .maxQueueSize(1)
                        .rejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns)
                        .build());
    }
}
