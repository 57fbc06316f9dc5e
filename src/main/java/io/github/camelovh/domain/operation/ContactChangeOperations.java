// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.contact.AccountRoleChange;
import io.github.camelovh.domain.contact.AccountRoles;
import io.github.camelovh.domain.contact.ContactMembers;
import io.github.camelovh.domain.contact.OwnerChanges;
import io.github.camelovh.domain.contact.OwnerRequest;
import io.github.camelovh.domain.order.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Changes of the people behind names, planned, made and watched: by the names of operations and parameters. Thread-safe. */
final class ContactChangeOperations {
    private static final String RESOURCE = "contact";
    private static final String CONTACT = "ownerContact";
    private static final Parameter NAME = Parameter.subject("domain", "string", true);
    private static final Parameter OWNER = Parameter.subject("owner", CompositeInput.MAP, false);
    private static final List<Parameter> DATA = List.of(NAME, OWNER);
    private static final List<Parameter> CHANGE = List.of(NAME, Parameter.subject(CONTACT, "string", false), OWNER);
    private static final List<Parameter> ROLES = joined(
            List.of(NAME),
            AccountRoles.ROLES.stream()
                    .map(role -> Parameter.subject(role, "string", false))
                    .toList());
    private static final List<Parameter> APPLY = List.of(RunParameter.OPTIONAL, RunParameter.PAUSE);
    private static final List<Parameter> CHECK = List.of(RunParameter.REQUIRED, RunParameter.PAUSE);

    private final OwnerChanges owners;
    private final AccountRoles accounts;
    private final Budget budget;
    private final boolean limited;

    private ContactChangeOperations(OwnerChanges owners, AccountRoles accounts, Budget budget, boolean limited) {
        this.owners = owners;
        this.accounts = accounts;
        this.budget = budget;
        this.limited = limited;
    }

    /**
     * @param budget of all changes of owner that are ordered without a budget of their own
     * @param limited whether it was given, so that a change of owner needs no {@code maxPrice}
     */
    static List<CompositeOperation> of(OwnerChanges owners, AccountRoles accounts, Budget budget, boolean limited) {
        ContactChangeOperations all = new ContactChangeOperations(owners, accounts, budget, limited);
        return List.of(
                new CompositeOperation(
                                RESOURCE,
                                "planOwnerData",
                                priced(DATA, true),
                                "what changing these members of the owner (owner.phone...; - takes one away) would change, and"
                                        + " cost where the registry makes it a change of owner. Changes nothing",
                                in -> owners.planData(data(in)))
                        .leavingNothing(),
                new CompositeOperation(
                        RESOURCE,
                        "applyOwnerData",
                        joined(priced(DATA, limited), APPLY),
                        "how far the change of the owner's data came. With run, only what was approved is changed or ordered",
                        all::applyData),
                new CompositeOperation(
                                RESOURCE,
                                "planOwnerChange",
                                priced(CHANGE, true),
                                "what giving the name to another owner (ownerContact, or owner.firstName and its like) would change and"
                                        + " cost. Changes nothing",
                                in -> owners.planOwner(owner(in)))
                        .leavingNothing(),
                new CompositeOperation(
                        RESOURCE,
                        "applyOwnerChange",
                        joined(priced(CHANGE, limited), APPLY),
                        "how far the change of owner came; it is ordered once. With run, only what was approved is ordered, and each"
                                + " step is noted before it is taken",
                        in -> owners.applyOwner(owner(in), all.paying(in), RunParameter.pause(in))),
                new CompositeOperation(
                        RESOURCE,
                        "checkOwnerChange",
                        joined(priced(CHANGE, true), CHECK),
                        "how a change of owner goes on that was ordered by this run, for other data or another owner: Later while it"
                                + " waits, else its end; nothing where it is to be applied again. Changes nothing",
                        in -> owners.check(data(in), RunParameter.of(in), RunParameter.pause(in))
                                .orElse(null)),
                new CompositeOperation(
                        RESOURCE,
                        "planAccounts",
                        ROLES,
                        "what giving roles of the name to other accounts (nichandles) would change. Changes nothing",
                        in -> all.roles(in).plan()),
                new CompositeOperation(
                        RESOURCE,
                        "applyAccounts",
                        joined(ROLES, APPLY),
                        "how far the change of roles came; it is asked for once. With run, only what was approved is asked for",
                        in -> all.roles(in).apply(RunParameter.of(in))),
                new CompositeOperation(
                        RESOURCE,
                        "checkAccounts",
                        joined(ROLES, CHECK),
                        "how a change of roles goes on that was asked for by this run: Later while both sides are waited for, else its"
                                + " end; nothing where it is to be applied again. Changes nothing",
                        in -> all.roles(in).check(RunParameter.of(in)).orElse(null)));
    }

    private static List<Parameter> priced(List<Parameter> some, boolean limited) {
        return joined(some, List.of(OrderOperations.price(limited), Parameter.limit("currency", "string", null)));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private ChangeRun paying(CompositeInput in) {
        return RunParameter.paying(in, budget, limited, "the owner of " + in.domain("domain") + " was not changed");
    }

    /** Most data is changed for nothing, which needs no limit. */
    private Object applyData(CompositeInput in) {
        ChangeRun run = RunParameter.paying(in, budget, limited);
        return owners.applyData(data(in), run.wasBegun() ? paying(in) : run, RunParameter.pause(in));
    }

    private static OwnerRequest data(CompositeInput in) {
        return request(in, ContactOperations.changes(ContactOperations.owner(in, ContactMembers.ALL_NAMES)));
    }

    private static OwnerRequest request(CompositeInput in, Map<String, String> owner) {
        Money most = OrderOperations.money(in, "maxPrice");
        return new OwnerRequest(in.domain("domain"), in.text(CONTACT).orElse(null), owner, most);
    }

    /**
     * Another owner.
     *
     * @throws WrongUsageException if it is not said who
     */
    static OwnerRequest owner(CompositeInput in) {
        OwnerRequest request = request(in, ContactOperations.owner(in, ContactMembers.ALL_NAMES));
        if (request.members().isEmpty() == (request.contact() == null)) {
            throw notChanged(request.domain(), "give either ownerContact or owner.firstName and its like");
        }
        if (request.contact() != null && !request.contact().matches("/(me|domain)/contact/[1-9][0-9]{0,17}")) {
            throw notChanged(request.domain(), "ownerContact has to be a path such as /me/contact/123456");
        }
        return request;
    }

    private static WrongUsageException notChanged(DomainName name, String why) {
        return new WrongUsageException("the owner of " + name + " was not changed: " + why);
    }

    private AccountRoleChange roles(CompositeInput in) {
        return new AccountRoleChange(
                accounts, in.domain("domain"), ContactOperations.roles(in), RunParameter.pause(in));
    }
}
