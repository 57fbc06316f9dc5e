// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.OvhServerFaultException;
import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.contact.AccountRoles;
import io.github.camelovh.domain.contact.ContactMembers;
import io.github.camelovh.domain.contact.OwnerContact;
import io.github.camelovh.domain.contact.OwnerContactRegistry;
import io.github.camelovh.domain.contact.OwnerContacts;
import io.github.camelovh.domain.contact.OwnerRequest;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseOutcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The operations on contacts and roles of names. Thread-safe. */
final class ContactOperations {
    private static final String RESOURCE = "contact";
    private static final String DOMAIN = "domain";
    private static final String OWNER = "owner";
    private static final String CONTACT = "ownerContact";
    private static final Parameter NAME = Parameter.subject(DOMAIN, "string", true);

    private ContactOperations() {}

    /** @param limited whether the orders have a budget, so that a change of owner needs no {@code maxPrice} */
    static List<CompositeOperation> of(
            OwnerContacts contacts, OwnerContactRegistry made, AccountRoles accounts, Orders orders, boolean limited) {
        return List.of(
                new CompositeOperation(
                        RESOURCE,
                        "ownerOf",
                        List.of(NAME),
                        "the owner of the name: the number of its contact, and the members that have a value",
                        in -> contacts.read(contacts.ownerOf(in.domain(DOMAIN)))),
                new CompositeOperation(
                        RESOURCE,
                        "listOwners",
                        List.of(),
                        "all owner contacts of the account, in one call",
                        in -> contacts.all()),
                new CompositeOperation(
                        RESOURCE,
                        "findOrCreate",
                        List.of(Parameter.subject(OWNER, CompositeInput.MAP, true)),
                        "the path of a contact with these members (owner.firstName, owner.address.city...); an"
                                + " existing contact of the account is used again",
                        in -> made.pathOf(owner(in, ContactMembers.ALL_NAMES))),
                new CompositeOperation(
                        RESOURCE,
                        "change",
                        List.of(
                                Parameter.subject("contactId", "long", true),
                                Parameter.subject(OWNER, CompositeInput.MAP, true)),
                        "the contact after changing these members (owner.phone...; - removes one); all"
                                + " others stay. If its registry does not allow to change one of them, nothing is"
                                + " changed",
                        in -> change(contacts, in)),
                new CompositeOperation(
                        RESOURCE,
                        "changeOwner",
                        List.of(
                                NAME,
                                Parameter.subject(CONTACT, "string", false),
                                Parameter.subject(OWNER, CompositeInput.MAP, false),
                                OrderOperations.price(limited),
                                Parameter.limit("currency", "string", null)),
                        "the outcome of the order for another owner (ownerContact, or owner.firstName and similar);"
                                + " it is ordered once, even if requested again. Then both owners confirm by mail,"
                                + " and a generic name cannot be transferred for 60 days",
                        in -> changeOwner(contacts, made, orders, limited, in)),
                new CompositeOperation(
                        RESOURCE,
                        "accounts",
                        List.of(NAME),
                        "the account of each role of the name",
                        in -> accounts.accounts(in.domain(DOMAIN))),
                new CompositeOperation(
                        RESOURCE,
                        "changeAccounts",
                        List.of(
                                NAME,
                                Parameter.subject("contactAdmin", "string", false),
                                Parameter.subject("contactTech", "string", false),
                                Parameter.subject("contactBilling", "string", false)),
                        "the open changes of roles to other accounts (nichandles), which wait for both sides; a role"
                                + " that is set or requested already is not requested again",
                        in -> changeAccounts(accounts, in)));
    }

    /**
     * The given members of an owner.
     *
     * @param known those that it may have
     * @throws WrongUsageException if it has no such member, or a member is a number and the value is none
     */
    static Map<String, String> owner(CompositeInput in, Collection<String> known) {
        Map<String, String> members = in.<Map<String, String>>value(OWNER).orElse(Map.of());
        members.keySet().forEach(member -> {
            if (!known.contains(member)) {
                throw new WrongUsageException("an owner has no member \"" + member + "\"" + Nearest.hint(member, known)
                        + "; nothing was changed");
            }
        });
        members.forEach((member, value) -> {
            if (!value.equals("-") && !ContactMembers.isFit(member, value)) {
                throw new WrongUsageException("owner." + member + " has to be a number; nothing was changed");
            }
        });
        return members;
    }

    /**
     * Changes of members, as {@link OwnerContacts} takes them.
     *
     * @param given by member; {@code -} takes a value away
     * @throws WrongUsageException if a value is empty: it is missing more often than it is to go
     */
    static Map<String, String> changes(Map<String, String> given) {
        Map<String, String> changes = new TreeMap<>();
        given.forEach((member, value) -> {
            if (value.isBlank()) {
                throw new WrongUsageException(
                        "owner." + member + " is empty; - takes a value away. Nothing was changed");
            }
            changes.put(member, value.equals("-") ? "" : value);
        });
        return changes;
    }

    private static Object change(OwnerContacts contacts, CompositeInput in) {
        long id = in.number("contactId");
        Map<String, String> wished = changes(owner(in, ContactMembers.OWNER_NAMES));
        OwnerContact before = contacts.read(id);
        Map<String, String> changes = OwnerContacts.differences(before, wished);
        if (changes.isEmpty()) {
            return before;
        }
        Set<String> fixed = new TreeSet<>(contacts.readOnly(id));
        fixed.retainAll(changes.keySet());
        if (!fixed.isEmpty()) {
            throw new WrongUsageException(String.join(", ", fixed) + " of contact " + id
                    + " cannot be changed, because a name uses it: contact:changeOwner orders another owner. Nothing"
                    + " was changed");
        }
        try {
            return contacts.update(id, changes);
        } catch (IllegalStateException e) {
            throw OvhServerFaultException.unusable("contact:update of " + id, e.getMessage(), e);
        }
    }

    private static Object changeOwner(
            OwnerContacts contacts, OwnerContactRegistry made, Orders orders, boolean limited, CompositeInput in) {
        DomainName name = in.domain(DOMAIN);
        Money most = OrderOperations.money(in, "maxPrice");
        if (most == null && !limited) {
            throw new WrongUsageException("the owner of " + name + " was not changed: there is no limit to the price of"
                    + " that order. Set maxPrice (tax included), or give the component a budget");
        }
        OwnerRequest wish = ContactChangeOperations.owner(in);
        OwnerContact present = contacts.read(contacts.ownerOf(name));
        if (contacts.isOwner(present, wish.contact(), wish.members())) {
            return new PurchaseOutcome.AlreadyOwned(name);
        }
        String to = wish.contact() == null ? made.pathOf(wish.members()) : wish.contact();
        Purchase plain = Purchase.ownerChange(name, String.valueOf(present.id()), to);
        return orders.resume(most == null ? plain : plain.withMaxPrice(most));
    }

    private static Object changeAccounts(AccountRoles accounts, CompositeInput in) {
        return accounts.ask(in.domain(DOMAIN), roles(in));
    }

    /**
     * The accounts that are to hold roles.
     *
     * @throws WrongUsageException if there is none
     */
    static Map<String, String> roles(CompositeInput in) {
        Map<String, String> wished = new TreeMap<>();
        AccountRoles.ROLES.forEach(role -> in.text(role).ifPresent(account -> wished.put(role, account)));
        if (wished.isEmpty()) {
            throw new WrongUsageException("the accounts of " + in.domain(DOMAIN)
                    + " were not changed: give at least one of " + String.join(", ", AccountRoles.ROLES));
        }
        return wished;
    }
}
