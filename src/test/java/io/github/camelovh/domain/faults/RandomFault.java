// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** What can fail; all is well again when {@link #happen} returns, except that a killed node has to be started. */
enum RandomFault {
    KILL {
        @Override
        void happen(Nodes nodes, String node, Random random) {
            nodes.process(node).kill();
        }
    },
    FREEZE_BEYOND_THE_LEASE {
        @Override
        void happen(Nodes nodes, String node, Random random) throws Exception {
            signal("STOP", nodes, node);
            lasts(Nodes.LEASE.plusSeconds(2));
            signal("CONT", nodes, node);
        }
    },
    DATABASE_RESTART {
        @Override
        void happen(Nodes nodes, String node, Random random) throws Exception {
            nodes.restartDatabase();
        }
    },
    COMMITS_CUT {
        @Override
        void happen(Nodes nodes, String node, Random random) {
            nodes.link().cutCommits(0.2);
            lasts(Duration.ofSeconds(5));
            nodes.link().cutCommits(0);
        }
    },
    DATABASE_SILENT {
        @Override
        void happen(Nodes nodes, String node, Random random) {
            nodes.link().become(FaultyLink.State.SILENT);
            lasts(Duration.ofSeconds(6));
            nodes.link().become(FaultyLink.State.WELL);
        }
    },
    API_OUTAGE {
        @Override
        void happen(Nodes nodes, String node, Random random) throws Exception {
            atApi(nodes, "{\"route\":\"*\",\"kind\":\"status\",\"times\":0}");
        }
    },
    ANSWERS_LOST {
        @Override
        void happen(Nodes nodes, String node, Random random) throws Exception {
            nodes.sandbox()
                    .post(
                            "faults",
                            "{\"route\":\"POST *\",\"kind\":\"answerLost\",\"nth\":" + (1 + random.nextInt(5))
                                    + ",\"times\":3}");
            lasts(Duration.ofSeconds(4));
            nodes.sandbox().delete("faults");
        }
    },
    TOO_MANY_CALLS {
        @Override
        void happen(Nodes nodes, String node, Random random) throws Exception {
            atApi(nodes, "{\"route\":\"*\",\"kind\":\"429\",\"times\":0}");
        }
    };

    abstract void happen(Nodes nodes, String node, Random random) throws Exception;

    private static void atApi(Nodes nodes, String fault) throws Exception {
        nodes.sandbox().post("faults", fault);
        lasts(Duration.ofSeconds(6));
        nodes.sandbox().delete("faults");
    }

    private static void signal(String name, Nodes nodes, String node) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(nodes.process(node).pid()))
                .start()
                .waitFor();
    }

    /** A fault has a duration: that is what is tried. */
    private static void lasts(Duration time) {
        Instant end = Instant.now().plus(time);
        await().atMost(time.plusSeconds(5)).until(() -> Instant.now().isAfter(end));
    }
}
