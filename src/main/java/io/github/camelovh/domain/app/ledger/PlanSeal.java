// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Gives a closed plan its digest and its code, and both anew when what is in it is another thing. Within the transaction that closes the
 * plan or changes it.
 */
final class PlanSeal {
    private PlanSeal() {}

    /**
     * Gives a plan a code, or leaves it the one it has if nothing in it changed.
     *
     * @param file in {@code PLANNED}, as it stands in the ledger now
     * @return the code
     */
    static String give(Handle handle, ImportedFile file, OffsetDateTime now) {
        String digest = FilePlanDigest.of(handle, file);
        if (file.planCode() != null && digest.equals(file.planDigest())) {
            return file.planCode();
        }
        // Where another plan has it, the ledger runs the transaction anew, which draws another one.
        String code = PlanCode.random(new SecureRandom()).text();
        write(handle, file.id(), code, digest);
        NotificationOutbox.addPlan(handle, file.id(), code, now);
        return code;
    }

    /** Takes the code from a plan that is opened again. */
    static void remove(Handle handle, long fileId) {
        write(handle, fileId, null, null);
        NotificationOutbox.removePlan(handle, fileId);
    }

    /** Whether what is in the plan is what it was closed with. */
    static boolean isWhole(Handle handle, ImportedFile file) {
        return FilePlanDigest.of(handle, file).equals(file.planDigest());
    }

    /** Notes that the limits of a plan became tighter, which whoever approves it may do: it stays the same plan. */
    static void tightened(Handle handle, ImportedFile file) {
        write(handle, file.id(), file.planCode(), FilePlanDigest.of(handle, file));
    }

    /** Gives codes to plans that wait since a version that had none. */
    static int giveToOlderPlans(Handle handle, OffsetDateTime now) {
        List<ImportedFile> older = handle.createQuery("select * from import_file where state = 'PLANNED'"
                        + " and plan_code is null and cancelled_at is null order by id for update")
                .map((row, context) -> RowMapper.file(row))
                .list();
        older.forEach(file -> give(handle, file, now));
        return older.size();
    }

    private static void write(Handle handle, long fileId, String code, String digest) {
        handle.createUpdate("update import_file set plan_code = :code, plan_digest = :digest where id = :id")
                .bind("code", code)
                .bind("digest", digest)
                .bind("id", fileId)
                .execute();
    }
}
