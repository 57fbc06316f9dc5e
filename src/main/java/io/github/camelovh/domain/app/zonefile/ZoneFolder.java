// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.result.PendingFile;
import io.github.camelovh.domain.dns.GuardBreach;
import io.github.camelovh.domain.dns.RecordList;
import io.github.camelovh.domain.dns.RecordSet;
import io.github.camelovh.domain.dns.ZonePlan;
import io.github.camelovh.domain.dns.ZoneRecord;
import io.github.camelovh.domain.dns.ZoneSnapshot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of zones: in the outbox what people read, in hidden folders of {@code zones/} what the next run has to know.
 * Thread-safe for different zones.
 */
public final class ZoneFolder {
    private final Path zones;
    private final Path outbox;

    /**
     * @param zones the folder that zone files are dropped in
     * @param outbox where results go
     */
    public ZoneFolder(Path zones, Path outbox) {
        this.zones = zones;
        this.outbox = outbox;
    }

    /** The plan for people. */
    public Path planText(DomainName zone) {
        return outbox.resolve(zone + ".zone-plan.txt");
    }

    Path planJson(DomainName zone) {
        return outbox.resolve(zone + ".zone-plan.json");
    }

    /** The summary, JSON. */
    public Path summary(DomainName zone) {
        return outbox.resolve(zone + ".zone-summary.json");
    }

    /** The zone as it was before the last change, JSON. */
    public Path restorePoint(DomainName zone) {
        return outbox.resolve(zone + ".before.json");
    }

    Path drift() {
        return outbox.resolve("drift.txt");
    }

    private Path state(DomainName zone, String what) {
        return zones.resolve(".state").resolve(zone + what);
    }

    void writePlan(ZonePlan plan, List<GuardBreach> breaches) throws IOException {
        StringBuilder text = new StringBuilder(plan.toText());
        breaches.forEach(breach -> text.append("Stopped: ").append(breach).append('\n'));
        PendingFile.write(planText(plan.zone()), text.toString());
        PendingFile.write(planJson(plan.zone()), plan.toJson());
    }

    /** The plan that was shown last. */
    Optional<ZonePlan> shown(DomainName zone) throws IOException {
        return plan(planJson(zone));
    }

    /** The plans that were shown last, of all zones. */
    List<ZonePlan> shown() throws IOException {
        List<ZonePlan> plans = new ArrayList<>();
        for (Path file : files(outbox, ".zone-plan.json")) {
            plan(file).ifPresent(plans::add);
        }
        return plans;
    }

    /** The summaries of all zones. */
    List<Path> summaries() throws IOException {
        return files(outbox, ".zone-summary.json");
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    /** A plan that somebody changed by hand is none: nobody was shown it. */
    private static Optional<ZonePlan> plan(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonePlan.fromJson(Files.readString(file)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The plan that may be applied, or what is left of it. */
    Optional<ZonePlan> approved(DomainName zone) throws IOException {
        return plan(state(zone, ".approved.json"));
    }

    Path approve(ZonePlan plan) throws IOException {
        Path file = state(plan.zone(), ".approved.json");
        PendingFile.write(file, plan.toJson());
        return file;
    }

    void withdraw(DomainName zone) throws IOException {
        Files.deleteIfExists(state(zone, ".approved.json"));
    }

    /** Whether a change was begun and its end was not noted, so that a refresh may be owed. */
    public boolean isBegun(DomainName zone) {
        return Files.exists(state(zone, ".begun"));
    }

    /** Keeps the way back; that of a change which broke off is kept until its end, as it leads back further. */
    public void begin(ZoneSnapshot before) throws IOException {
        if (!isBegun(before.zone())) {
            PendingFile.write(
                    restorePoint(before.zone()),
                    ApiJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(before));
            PendingFile.write(state(before.zone(), ".begun"), "");
        }
    }

    public void notBegun(DomainName zone) throws IOException {
        Files.deleteIfExists(state(zone, ".begun"));
    }

    /** Notes that a zone is as it was wished, and served. */
    void end(DomainName zone, List<ZoneRecord> wish) throws IOException {
        PendingFile.write(zones.resolve(".kept").resolve(zone + ".json"), RecordList.write(wish));
        withdraw(zone);
        notBegun(zone);
    }

    /**
     * Notes that record sets of a zone are as they were wished, and served: where the whole zone was led to a wish before, they
     * are part of it from now on.
     */
    public void amend(DomainName zone, List<RecordSet> sets) throws IOException {
        Path kept = zones.resolve(".kept").resolve(zone + ".json");
        if (Files.exists(kept)) {
            List<ZoneRecord> wish = RecordList.read(Files.readString(kept), zone);
            for (RecordSet set : sets) {
                wish = set.in(wish);
            }
            PendingFile.write(kept, RecordList.write(wish));
        }
        notBegun(zone);
    }

    /** The wishes that were met last, a file per zone. */
    List<Path> kept() throws IOException {
        return files(zones.resolve(".kept"), ".json");
    }

    /** The files that wait for an approval of this zone's plan. */
    List<Path> waiting(DomainName zone) throws IOException {
        return waiting().stream().filter(file -> isOf(file, zone)).toList();
    }

    /** All files that wait for an approval. */
    List<Path> waiting() throws IOException {
        return files(zones.resolve(ZoneFileState.WAITING.folder()), "");
    }

    /** Whether a file of this name lies where files are taken from. */
    boolean isDropped(String name) {
        return Files.exists(zones.resolve(name));
    }

    private static boolean isOf(Path file, DomainName zone) {
        try {
            return DesiredZoneFile.zone(file).equals(zone);
        } catch (ZoneFileException e) {
            return false;
        }
    }

    /** Puts a waiting file back where dropped files are taken from; empty if one lies there already. */
    Optional<Path> dropAgain(Path waiting) throws IOException {
        Path target = zones.resolve(String.valueOf(waiting.getFileName()));
        return Files.exists(target) ? Optional.empty() : Optional.of(Files.move(waiting, target));
    }

    /** Whether a process, perhaps this one, changes this zone now. */
    boolean isBusy(DomainName zone) throws IOException {
        try {
            return alone(zone, () -> false);
        } catch (ZoneBusyException e) {
            return true;
        }
    }

    /** Something done to a zone's files. */
    public interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Does something that no other process may do to this zone meanwhile.
     *
     * @throws ZoneBusyException if one does
     */
    public <T> T alone(DomainName zone, Work<T> work) throws IOException {
        Path file = state(zone, ".lock");
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new ZoneBusyException(zone);
            }
            return work.run();
        } catch (OverlappingFileLockException e) {
            throw new ZoneBusyException(zone);
        }
    }
}
