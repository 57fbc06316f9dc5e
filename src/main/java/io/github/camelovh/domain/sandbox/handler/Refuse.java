// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRefusal;
import java.util.Map;

/** The refusals of the handlers, in the API's words. */
final class Refuse {

    private Refuse() {}

    static SandboxRefusal noSuchService() {
        return SandboxAnswer.noSuchService().refusal();
    }

    static SandboxRefusal noSuchObject(Object id) {
        return SandboxAnswer.noSuchObject(id).refusal();
    }

    static SandboxRefusal expired() {
        return SandboxAnswer.expired().refusal();
    }

    static SandboxRefusal badRequest(String message) {
        return SandboxAnswer.badRequest(message).refusal();
    }

    static SandboxRefusal readOnlyMember(String member) {
        return badRequest("Try to alter read-only properties: " + member);
    }

    static SandboxRefusal conflict(String message) {
        return SandboxAnswer.conflict(message).refusal();
    }

    static SandboxRefusal forbidden(String message) {
        return SandboxAnswer.forbidden(message).refusal();
    }

    static SandboxRefusal ruleNotRespected(String message, Map<String, String> details) {
        return SandboxAnswer.error(400, "Client::BadRequest::DOMDOCRuleNotRespected", message, details)
                .refusal();
    }

    static SandboxRefusal staleChecksum() {
        return SandboxAnswer.error(
                        412,
                        "Client::PreconditionFailed::InvalidChecksum",
                        "The checksum is not that of the present target: read the resource again")
                .refusal();
    }
}
