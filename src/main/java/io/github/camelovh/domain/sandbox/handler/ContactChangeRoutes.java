// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code changeContact} of names and zones, and {@code /me/task/contactChange}: one task for each role. It waits for
 * the token of a mail, for thirty days at most. The other account is assumed to agree.
 */
final class ContactChangeRoutes {

    private static final String ALL = "/me/task/contactChange";
    private static final String TIMER = "contact.change";
    private static final List<String> ROLES = List.of("contactAdmin", "contactTech", "contactBilling");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z]{2}[0-9]+-[a-z]+");
    private static final Duration PATIENCE = Duration.ofDays(30);
    private static final int MAIL_PART = 5;

    private final SandboxWorld world;
    private final Account account;
    private final Portfolio portfolio;
    private final Zones zones;
    private final Mails mails;

    ContactChangeRoutes(SandboxWorld world, Account account, Portfolio portfolio, Zones zones, Mails mails) {
        this.world = world;
        this.account = account;
        this.portfolio = portfolio;
        this.zones = zones;
        this.mails = mails;
    }

    void register(Routes routes) {
        routes.on(
                "POST",
                "/domain/{serviceName}/changeContact",
                request -> ask(request, portfolio.get(request.path("serviceName")).name, false));
        routes.on(
                "POST",
                "/domain/zone/{zoneName}/changeContact",
                request -> ask(request, zones.get(request).name, true));
        routes.on("GET", ALL, this::list);
        routes.on(
                "GET",
                ALL + "/{id}",
                request -> SandboxAnswer.ok(change(request).json()));
        routes.on("POST", ALL + "/{id}/accept", request -> {
            ContactChangeState change = answered(request);
            change.state = ContactChangeState.State.doing;
            schedule(change, world.taskTime());
            return SandboxAnswer.nothing();
        });
        routes.on("POST", ALL + "/{id}/refuse", request -> {
            end(answered(request), ContactChangeState.State.refused);
            return SandboxAnswer.nothing();
        });
        routes.on("POST", ALL + "/{id}/resendEmail", request -> {
            mail(waiting(request));
            return SandboxAnswer.nothing();
        });
        routes.onTimer(TIMER, this::move);
    }

    private SandboxAnswer ask(SandboxRequest request, String service, boolean zone) {
        List<ContactChangeState> wanted = new ArrayList<>();
        for (String role : ROLES) {
            request.text(role).ifPresent(to -> wanted.add(wish(service, zone, role, to)));
        }
        if (wanted.isEmpty()) {
            throw Refuse.badRequest("Give a contact to change: " + String.join(", ", ROLES));
        }
        for (ContactChangeState change : wanted) {
            change.id = world.ids().next();
            account.contactChanges.put(change.id, change);
            schedule(change, world.taskTime().dividedBy(MAIL_PART));
        }
        return SandboxAnswer.ok(
                Json.list(wanted.stream().map(change -> change.id).toList()));
    }

    private ContactChangeState wish(String service, boolean zone, String role, String to) {
        if (!ACCOUNT.matcher(to).matches()) {
            throw Refuse.badRequest(role + " must be an account such as xx1111-ovh, not " + to);
        }
        ContactChangeState change = new ContactChangeState();
        change.service = service;
        change.zone = zone;
        change.role = role;
        change.asking = world.nichandle();
        change.from =
                zone ? world.nichandle() : portfolio.find(service).orElseThrow().account(role, world.nichandle());
        change.to = to;
        change.requested = world.now().toEpochMilli();
        if (change.from.equals(to)) {
            throw Refuse.badRequest(to + " is the " + role + " of " + service + " already");
        }
        boolean open = account.contactChanges.values().stream()
                .anyMatch(other -> other.state.isOpen()
                        && other.zone == zone
                        && other.service.equals(service)
                        && other.role.equals(role));
        if (open) {
            throw Refuse.conflict("A change of the " + role + " of " + service + " is under way");
        }
        return change;
    }

    private SandboxAnswer list(SandboxRequest request) {
        List<Long> ids = account.contactChanges.values().stream()
                .filter(change -> request.query("askingAccount")
                        .map(change.asking::equals)
                        .orElse(true))
                .filter(change ->
                        request.query("toAccount").map(change.to::equals).orElse(true))
                .filter(change ->
                        request.query("state").map(change.state.name()::equals).orElse(true))
                .map(change -> change.id)
                .toList();
        return SandboxAnswer.ok(Json.list(world.unordered(ids)));
    }

    private ContactChangeState change(SandboxRequest request) {
        long id = request.id("id");
        ContactChangeState change = account.contactChanges.get(id);
        if (change == null) {
            throw Refuse.noSuchObject(id);
        }
        return change;
    }

    private ContactChangeState waiting(SandboxRequest request) {
        ContactChangeState change = change(request);
        if (change.state != ContactChangeState.State.validatingByCustomers) {
            throw Refuse.conflict("The contact change " + change.id + " waits for no answer: it is " + change.state);
        }
        return change;
    }

    private ContactChangeState answered(SandboxRequest request) {
        ContactChangeState change = waiting(request);
        if (!change.token.equals(request.text("token").orElse(null))) {
            throw Refuse.forbidden("The token is not that of the latest mail about the contact change " + change.id);
        }
        return change;
    }

    private void mail(ContactChangeState change) {
        change.token = mails.send(
                "change the " + change.role + " from " + change.from + " to " + change.to,
                change.service,
                world.nichandle(),
                change.id);
    }

    private void schedule(ContactChangeState change, Duration in) {
        ObjectNode data = Json.object("change", change.id, "state", change.state.name());
        world.clock().scheduleIn(in, TIMER, data);
    }

    /** Handles the timer. A timer of a state that has changed since then is ignored. */
    private void move(JsonNode timer) {
        ContactChangeState change =
                account.contactChanges.get(timer.get("change").asLong());
        if (change == null || !change.state.name().equals(timer.get("state").asText())) {
            return;
        }
        switch (change.state) {
            case todo -> {
                change.state = ContactChangeState.State.validatingByCustomers;
                mail(change);
                schedule(change, PATIENCE);
            }
            case validatingByCustomers -> end(change, ContactChangeState.State.expired);
            case doing -> {
                if (!change.zone) {
                    portfolio
                            .find(change.service)
                            .ifPresent(name -> portfolio.change(name, state -> {
                                state.accounts.put(change.role, change.to);
                                return state;
                            }));
                }
                end(change, ContactChangeState.State.done);
            }
            case done, refused, expired -> throw new IllegalStateException("no timer waits for " + change.state);
        }
    }

    private void end(ContactChangeState change, ContactChangeState.State state) {
        change.state = state;
        change.finished = world.now().toEpochMilli();
    }
}
