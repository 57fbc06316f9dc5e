// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.app.job.ImportTicket;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerUnavailableException;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;

/** What a command does with one file: has it planned, has what was approved of it done, and waits for that. Thread-safe. */
final class FileRun {
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final int TELLING_LOOKS = 30;

    private final Main main;
    private final Ledger ledger;
    private final Services services;
    private final StopSignal stop;

    FileRun(Main main, Ledger ledger, Services services, StopSignal stop) {
        this.main = main;
        this.ledger = ledger;
        this.services = services;
        this.stop = stop;
    }

    ImportTicket plan(String route, Path file, Map<String, Object> headers, LongConsumer each) throws Exception {
        try (ProducerTemplate template =
                main.getCamelTemplate().getCamelContext().createProducerTemplate()) {
            CompletableFuture<Object> end = template.asyncRequestBodyAndHeaders(route, file.toFile(), headers);
            while (true) {
                try {
                    Object body = end.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                    return (ImportTicket) body;
                } catch (TimeoutException e) {
                    checkStop();
                    tell(() -> ledger.files().inState(FileState.RECEIVING, FileState.PLANNING).stream()
                            .reduce((first, second) -> second)
                            .ifPresent(being -> each.accept(being.id())));
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            }
        }
    }

    /**
     * Does what is approved of the file, and waits until it is finished and its results are written, or until its plan is made anew, as
     * what the settings had approved does not fit any more.
     *
     * @param each called again and again with the file's number
     * @throws OvhApiException if keys or rights are missing, so that it cannot be finished now
     * @throws StoppedException if the process was told to end
     */
    void awaitFinish(long fileId, LongConsumer each) throws InterruptedException, StoppedException {
        services.worker().workOn(fileId);
        while (true) {
            if (isOver(fileId)) {
                awaitTold();
                return;
            }
            Optional<OvhApiException> keyFault = services.gate().keyFault();
            if (keyFault.isPresent()) {
                throw keyFault.get();
            }
            checkStop();
            tell(() -> each.accept(fileId));
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** Not known, and so not over, while the ledger does not answer: it is asked again. */
    private boolean isOver(long fileId) {
        try {
            FileState state = ledger.files().find(fileId).orElseThrow().state();
            return switch (state) {
                case FINISHED, RECEIVING, PLANNING, REFUSED -> true;
                // Where no row waits, its results come next.
                case PLANNED -> ledger.requests().counts(fileId).containsKey(RequestState.PLANNED);
                case APPROVED -> false;
            };
        } catch (LedgerUnavailableException e) {
            services.faults().failed(e);
            return false;
        }
    }

    private void tell(Runnable progress) {
        try {
            progress.run();
        } catch (LedgerUnavailableException e) {
            services.faults().failed(e);
        }
    }

    /** Has it told at once that the plan of a file waits; nothing if it does not, or was told. */
    void tellWaiting(long fileId) throws InterruptedException {
        if (ledger.notices().tellPlanNow(fileId)) {
            awaitTold();
        }
    }

    /** The end of a file is told before the process that did it ends; what is not told by then, the next one tells. */
    private void awaitTold() throws InterruptedException {
        for (int i = 0; i < TELLING_LOOKS && ledger.notices().isWaiting(); i++) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private void checkStop() throws StoppedException {
        if (stop.isGiven()) {
            throw new StoppedException();
        }
    }
}
