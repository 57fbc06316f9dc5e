// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.crash.WiretapProxy.Moment;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Imports a file again and again; each time the process is killed at another write and started once more. */
final class KillMatrix {
    private static final int PATIENCE = 120;

    private final Path folder;
    private final Supplier<OvhSandbox> sandboxes;
    private final List<String> rows;
    private final String[] options;

    /** @param options of the import */
    KillMatrix(Path folder, Supplier<OvhSandbox> sandboxes, List<String> rows, String... options) {
        this.folder = folder;
        this.sandboxes = sandboxes;
        this.rows = List.copyOf(rows);
        this.options = options.clone();
    }

    /** The condition at the end. */
    interface Check {
        /** What is wrong; empty if nothing is wrong. */
        List<String> look(OvhSandbox sandbox, KillPoint point) throws Exception;
    }

    /** Kills at each of these points, one after the other; all results must be right. */
    void run(String what, List<KillPoint> points, Check check) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (KillPoint point : points) {
            wrong.addAll(killAndStartAgain(point, check));
        }
        System.out.printf("%s crash matrix: %d points, %d wrong ends%n", what, points.size(), wrong.size());
        assertThat(wrong).isEmpty();
    }

    private List<String> killAndStartAgain(KillPoint point, Check check) throws Exception {
        Path file = file(Files.createTempDirectory(folder, "kill"));
        List<String> wrong = new ArrayList<>();
        AtomicBoolean killed = new AtomicBoolean();
        try (OvhSandbox sandbox = sandboxes.get();
                WiretapProxy proxy = new WiretapProxy(sandbox.origin().getPort())) {
            ProcessUnderTest[] victim = new ProcessUnderTest[1];
            Map<String, Integer> seen = new TreeMap<>();
            Object order = new Object();
            proxy.listener((moment, line) -> {
                synchronized (order) {
                    String route = KillPoint.route(line);
                    boolean here = moment == point.moment() && route.equals(point.route()) && !killed.get();
                    if (here && seen.merge(route, 1, Integer::sum) == point.nth()) {
                        victim[0].kill();
                        killed.set(true);
                    }
                }
            });
            synchronized (order) {
                victim[0] = importing(file, proxy.port());
            }
            victim[0].exitCode(PATIENCE);
            ProcessUnderTest second = importing(file, proxy.port());
            int exit = second.exitCode(PATIENCE);
            if (!killed.get() || exit != 0) {
                wrong.add(point + ": killed " + killed.get() + ", exit " + exit + "\n" + second.printed());
            }
            wrong.addAll(check.look(sandbox, point));
        }
        return wrong;
    }

    /** Every write of an undisturbed run, at all three moments. */
    List<KillPoint> writes() throws Exception {
        Map<String, Integer> seen = new TreeMap<>();
        List<KillPoint> points = new ArrayList<>();
        try (OvhSandbox sandbox = sandboxes.get();
                WiretapProxy proxy = new WiretapProxy(sandbox.origin().getPort())) {
            proxy.listener((moment, line) -> {
                String route = KillPoint.route(line);
                if (moment == Moment.BEFORE_EFFECT && !route.startsWith("GET")) {
                    synchronized (points) {
                        int nth = seen.merge(route, 1, Integer::sum);
                        Stream.of(Moment.values())
                                .map(each -> new KillPoint(route, nth, each))
                                .forEach(points::add);
                    }
                }
            });
            ProcessUnderTest whole = importing(file(Files.createTempDirectory(folder, "whole")), proxy.port());
            assertThat(whole.exitCode(PATIENCE)).as(whole.printed()).isZero();
        }
        return points;
    }

    private ProcessUnderTest importing(Path file, int port) throws IOException {
        return ProcessUnderTest.importing(file, port, List.of(), options);
    }

    private Path file(Path place) throws IOException {
        return Files.write(place.resolve("changes.csv"), rows);
    }
}
