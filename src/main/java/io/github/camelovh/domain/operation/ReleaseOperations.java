// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.transfer.AuthCodeChange;
import io.github.camelovh.domain.transfer.AuthCodeStore;
import io.github.camelovh.domain.transfer.LockChange;
import io.github.camelovh.domain.transfer.OutgoingTransfers;
import io.github.camelovh.domain.transfer.ReleaseChange;
import io.github.camelovh.domain.transfer.ReleaseRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Locks, auth codes and releases, planned and carried out, by the names of operations and parameters. Thread-safe. */
final class ReleaseOperations {
    private static final String NAME = "domain";
    private static final String LOCKED = "locked";
    private static final String TAG = "tag";
    private static final String RELOCK_AFTER = "relockAfter";
    private static final String STORE = "authCodeStore";
    private static final String RELOCK_BY_DEFAULT = "P5D";

    private ReleaseOperations() {}

    static List<CompositeOperation> of(LockChange lock, AuthCodeChange code, ReleaseChange release) {
        return List.of(
                plan(
                        "domain",
                        "planLock",
                        "what would set (locked=true) or lift the name's transfer lock",
                        in -> lock.plan(in.domain(NAME), in.isSet(LOCKED)),
                        Parameter.wish(LOCKED, "boolean").needed()),
                apply(
                        "domain",
                        "applyLock",
                        "how setting or lifting the name's transfer lock goes on",
                        in -> lock.apply(in.domain(NAME), in.isSet(LOCKED), RunParameter.of(in)),
                        Parameter.wish(LOCKED, "boolean").needed()),
                plan(
                        "transfer",
                        "planAuthCode",
                        "where the auth code of an unlocked name would be handed over",
                        in -> code.plan(in.domain(NAME), store(in)),
                        store()),
                apply(
                        "transfer",
                        "applyAuthCode",
                        "that the auth code is in authCodeStore; no message, log or trace holds it",
                        in -> code.apply(in.domain(NAME), store(in), RunParameter.of(in)),
                        store()),
                plan(
                        "transfer",
                        "planRelease",
                        "how the name would be let go: unlocked, its auth code put in authCodeStore, and locked again after"
                                + " relockAfter (P5D) unless its transfer has begun; a name of .uk goes to the registrar with tag",
                        in -> release.plan(release(in)),
                        release()),
                apply(
                        "transfer",
                        "applyRelease",
                        "how the release goes on; call it again, with the step that it answered, while that is Later",
                        in -> release.apply(release(in), RunParameter.of(in)),
                        release()),
                apply(
                        "transfer",
                        "checkRelease",
                        "how a release stands that applyRelease began: Later while it waits, or its end; nothing where"
                                + " applyRelease has the next step to do. Changes nothing",
                        in -> release.check(release(in), RunParameter.of(in)).orElse(null),
                        release()));
    }

    private static CompositeOperation plan(
            String resource, String name, String answer, Function<CompositeInput, Object> act, Parameter... more) {
        List<Parameter> parameters = new ArrayList<>(List.of(Parameter.subject(NAME, "string", true)));
        parameters.addAll(List.of(more));
        return new CompositeOperation(resource, name, parameters, answer, act);
    }

    private static CompositeOperation apply(
            String resource, String name, String answer, Function<CompositeInput, Object> act, Parameter... more) {
        List<Parameter> parameters = new ArrayList<>(List.of(more));
        parameters.add(RunParameter.OPTIONAL);
        return plan(resource, name, answer, act, parameters.toArray(Parameter[]::new));
    }

    private static Parameter store() {
        return Parameter.limit(STORE, CompositeInput.OBJECT, null).needed();
    }

    private static Parameter[] release() {
        return new Parameter[] {
            Parameter.subject(TAG, "string", false),
            Parameter.limit(RELOCK_AFTER, CompositeInput.WAIT, RELOCK_BY_DEFAULT),
            store()
        };
    }

    private static ReleaseRequest release(CompositeInput in) {
        ReleaseRequest request = new ReleaseRequest(
                in.domain(NAME),
                in.text(TAG).orElse(null),
                in.<Duration>value(RELOCK_AFTER).orElse(Duration.parse(RELOCK_BY_DEFAULT)),
                store(in));
        if (request.tag() != null && !OutgoingTransfers.movesByTag(request.domain())) {
            throw new WrongUsageException(
                    "tag is for names of .uk, and " + request.domain() + " is none; nothing was changed");
        }
        return request;
    }

    private static AuthCodeStore store(CompositeInput in) {
        Object given = in.value(STORE).orElseThrow();
        if (given instanceof AuthCodeStore store) {
            return store;
        }
        throw new WrongUsageException("authCodeStore has to be an " + AuthCodeStore.class.getName()
                + " of the same program; no code was fetched");
    }
}
