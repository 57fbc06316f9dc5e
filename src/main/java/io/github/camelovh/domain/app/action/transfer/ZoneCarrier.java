// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.file.DropRefusedException;
import io.github.camelovh.domain.app.file.DroppedFiles;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.InvalidRecordsException;
import io.github.camelovh.domain.dns.InvalidZoneFileException;
import io.github.camelovh.domain.dns.Ownership;
import io.github.camelovh.domain.dns.RecordType;
import io.github.camelovh.domain.dns.ZoneFile;
import io.github.camelovh.domain.dns.ZoneFileRules;
import io.github.camelovh.domain.dns.ZoneNotFinishedException;
import io.github.camelovh.domain.dns.ZoneRecord;
import io.github.camelovh.domain.dns.ZoneRefusedException;
import io.github.camelovh.domain.dns.ZoneWish;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.PurchaseOutcome;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Makes a zone ready at OVHcloud before its name moves there, so that the name never goes dark: orders the zone where there is
 * none, gives it the records of a file, has it served and compares. Doing it again does only what is left. Thread-safe for
 * different names.
 */
public final class ZoneCarrier {
    private static final Duration WAIT_FOR_ZONE = Duration.ofSeconds(20);

    private static final int MOST_BYTES = 16 << 20;

    private final Path folder;
    private final boolean asked;
    private final String currency;
    private final Endpoints endpoints;
    private final Ownership ownership;
    private final GuardSettings guards;

    /**
     * @param folder where the files of zones to carry lie
     * @param asked whether a transfer has to say how its name stays reachable
     * @param currency of the account; a zone is ordered only where it is free
     * @param ownership what of a zone is ours
     * @param guards what a change of a zone may come to
     */
    public ZoneCarrier(
            Path folder,
            boolean asked,
            String currency,
            Endpoints endpoints,
            Ownership ownership,
            GuardSettings guards) {
        this.folder = folder;
        this.asked = asked;
        this.currency = currency;
        this.endpoints = endpoints;
        this.ownership = ownership;
        // The name is not here yet, so its mail does not come by this zone before all of it is as in the file.
        this.guards = guards.opening(Guard.APEX_MX);
    }

    /** What speaks against a row as far as its zone goes, with what to do; calls nothing. */
    public Optional<CarryObjection> objection(RowCommand.Bought row) {
        if (!(row instanceof RowCommand.Transfer transfer)) {
            return Optional.empty();
        }
        boolean silent =
                transfer.zoneFile() == null && transfer.nameServers().isEmpty() && !transfer.keepsNameServers();
        if (silent && asked) {
            return Optional.of(new CarryObjection(
                    "it does not say how " + transfer.domain() + " stays reachable while it moves",
                    "name a zone file in zoneFile, or name servers in nameServers (keep: those of now go on answering); or"
                            + " set ovh-domain.transfer.carryZone to false"));
        }
        if (transfer.zoneFile() == null) {
            return Optional.empty();
        }
        try {
            records(transfer);
            return Optional.empty();
        } catch (CarryRefusedException e) {
            return Optional.of(new CarryObjection(e.getMessage(), e.whatToDo()));
        }
    }

    /**
     * Makes the zone of a row ready, if it has one to carry.
     *
     * @return the name servers that serve it; empty where the row carries none
     * @throws CarryRefusedException if that cannot be done as the row wants it; nothing may be ordered then
     * @throws ZoneNotReadyException if the zone is not there yet: to be tried again later
     */
    public List<String> carry(RowCommand.Bought row) {
        if (!(row instanceof RowCommand.Transfer transfer) || transfer.zoneFile() == null) {
            return List.of();
        }
        DomainName name = transfer.domain();
        List<ZoneRecord> records = records(transfer);
        List<String> servers = nameServers(name).orElseGet(() -> ordered(name));
        try {
            // A process that died may have written the last record and not had it served: that is owed in any case.
            endpoints.call("dns", "sync", Map.of("refreshOwed", true), new ZoneWish(name, records, ownership, guards));
        } catch (ZoneRefusedException e) {
            throw new CarryRefusedException(
                    "its zone at OVHcloud was not changed: " + e.getMessage(),
                    "bring that zone into order with `ovh-domain zone`, then drop the row again");
        } catch (ZoneNotFinishedException e) {
            throw new ZoneNotReadyException(e.getMessage());
        }
        return transfer.nameServers().isEmpty() ? servers : List.of();
    }

    private Optional<List<String>> nameServers(DomainName name) {
        try {
            JsonNode servers = endpoints
                    .tree("dns", "get", Map.of("zoneName", name.ascii()), null)
                    .as(JsonNode.class)
                    .path("nameServers");
            return Optional.of(StreamSupport.stream(servers.spliterator(), false)
                    .map(server -> server.asText())
                    .toList());
        } catch (OvhNotFoundException e) {
            return Optional.empty();
        }
    }

    private List<String> ordered(DomainName name) {
        Purchase wish = Purchase.of(PurchaseAction.ZONE, name, "P1Y").withMaxPrice(Money.zero(currency));
        // No journal knows of this order: its cart tells whether it was made before.
        PurchaseOutcome outcome = endpoints
                .call("order", "resume", Map.of(), Map.of("purchase", wish))
                .as(PurchaseOutcome.class);
        boolean never = outcome instanceof PurchaseOutcome.Failed failed && !failed.retryable();
        if (never || outcome instanceof PurchaseOutcome.Refused) {
            throw new CarryRefusedException(
                    "its zone could not be ordered: " + outcome.sentence(),
                    "order the zone of " + name + " yourself, then drop the row again");
        }
        Map<String, Object> zone = Map.of("zoneName", name.ascii(), "wait", WAIT_FOR_ZONE);
        if (!endpoints.call("dns", "await", zone).as(Boolean.class)) {
            throw new ZoneNotReadyException("its zone is not there yet (" + outcome.sentence() + ")");
        }
        return nameServers(name).orElseThrow(() -> new ZoneNotReadyException("its zone is not there yet"));
    }

    /** The file's records but for the name servers, which are OVHcloud's from then on. */
    private List<ZoneRecord> records(RowCommand.Transfer transfer) {
        Path file = folder.resolve(transfer.zoneFile());
        String mend = "correct the file, then drop the row again";
        try {
            if (!file.toAbsolutePath().getParent().toRealPath().startsWith(folder.toRealPath())) {
                throw new NoSuchFileException(transfer.zoneFile());
            }
            ZoneFile read = ZoneFile.read(
                    DroppedFiles.read(file, MOST_BYTES), transfer.domain(), ZoneFileRules.WITHOUT_NAME_SERVERS);
            List<ZoneRecord> records = new ArrayList<>(read.records());
            records.removeIf(record -> record.atApex() && record.type() == RecordType.NS);
            if (records.isEmpty()) {
                throw new CarryRefusedException(transfer.zoneFile() + " holds no records", mend);
            }
            return records;
        } catch (NoSuchFileException e) {
            throw new CarryRefusedException(
                    "there is no file " + transfer.zoneFile() + " in " + folder,
                    "put it there, then drop the row again");
        } catch (DropRefusedException e) {
            throw new CarryRefusedException(
                    e.getMessage(), "put the file itself into " + folder + ", then drop the row again");
        } catch (InvalidZoneFileException | InvalidRecordsException e) {
            throw new CarryRefusedException(transfer.zoneFile() + " cannot be carried: " + e.getMessage(), mend);
        } catch (IOException e) {
            throw new CarryRefusedException(transfer.zoneFile() + " cannot be read: " + e.getMessage(), mend);
        }
    }
}
