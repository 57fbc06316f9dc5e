// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether one import of the whole zone replaces the writes of a plan, and what it would send. Pure.
 *
 * <p>An import deletes everything that its file does not contain. So it is used only if both readings of the zone, with
 * ids and as a file, agree, every line was understood, and the file to be sent is parsed back to exactly the intended
 * records.
 *
 * @param records all records of the zone afterwards: the desired ones, and everything that is not ours or that OVHcloud
 * manages
 * @param file the zone file to send; null if the writes are made one by one
 * @param objection why there is no import although enough would change; null if there is no reason
 */
record ImportChoice(List<ZoneRecord> records, String file, String objection) {

    /** Fewer writes than this are just as fast one by one. */
    private static final int FEWEST_WRITES = 10;

    private static final ImportChoice NO = new ImportChoice(List.of(), null, null);

    /**
     * Decides.
     *
     * @param now the zone with its ids, for which {@code plan} was made
     * @param exported the same zone as a file
     * @param above the share in percent above which an import is used; null: never
     */
    static ImportChoice of(ZonePlan plan, ZoneSnapshot now, ZoneFile exported, Integer above) {
        long writes = plan.changes().size();
        long all = writes + plan.unchanged() + plan.leftAlone();
        if (above == null || writes < FEWEST_WRITES || writes * 100 <= above * all) {
            return NO;
        }
        List<ZoneRecord> after = after(plan, now);
        String objection = objection(now, exported, after);
        if (objection != null) {
            return new ImportChoice(List.of(), null, objection);
        }
        String file = ZoneFile.write(now.zone(), after, exported.soa(), now.defaultTtl());
        ZoneFile back = ZoneFile.read(file, now.zone(), ZoneFileRules.EXPORT);
        return forms(now, back.records()).equals(forms(now, after))
                ? new ImportChoice(after, file, null)
                : new ImportChoice(List.of(), null, "a zone file cannot contain all its records");
    }

    boolean isImport() {
        return file != null;
    }

    private static List<ZoneRecord> after(ZonePlan plan, ZoneSnapshot now) {
        Set<Long> replaced = new HashSet<>();
        List<ZoneRecord> come = new ArrayList<>();
        for (ZoneChange change : plan.changes()) {
            if (change instanceof ZoneChange.Create create) {
                come.add(create.record());
            } else if (change instanceof ZoneChange.Update update) {
                replaced.add(update.before().id());
                come.add(update.after());
            } else if (change instanceof ZoneChange.Delete delete) {
                replaced.add(delete.record().id());
            }
        }
        List<ZoneRecord> after = new ArrayList<>();
        now.records().stream()
                .filter(held -> !replaced.contains(held.id()))
                .map(HeldRecord::value)
                .forEach(after::add);
        after.addAll(come);
        return after;
    }

    private static String objection(ZoneSnapshot now, ZoneFile exported, List<ZoneRecord> after) {
        if (!exported.leftOut().isEmpty() || exported.soa() == null) {
            return "its export has lines that are not understood";
        }
        ZoneSnapshot file = new ZoneSnapshot(now.zone(), now.serial(), now.defaultTtl(), exported.held(), null);
        if (!now.hasIds() || !file.forms().equals(now.forms())) {
            return "its export and its list of records differ";
        }
        List<Entry> entries = after.stream()
                .map(record -> Entry.of(now.zone(), record, now.defaultTtl()))
                .toList();
        if (entries.stream().noneMatch(Entry::isApexNs)) {
            return "it would have no name servers";
        }
        return entries.stream().allMatch(entry -> entry.form().readable())
                ? null
                : "it has records that cannot be read";
    }

    /** The served forms of these records in that zone. */
    static Set<RecordForm> forms(ZoneSnapshot now, List<ZoneRecord> records) {
        Set<RecordForm> forms = new HashSet<>();
        records.forEach(record -> forms.add(RecordForm.of(now.zone(), record, now.defaultTtl())));
        return forms;
    }
}
