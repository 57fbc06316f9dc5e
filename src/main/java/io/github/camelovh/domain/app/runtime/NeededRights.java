// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.operation.Operation;
import io.github.camelovh.domain.operation.OperationCatalog;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The operations whose rights a set of tasks needs, by the catalog.
 *
 * @param operations each once
 */
public record NeededRights(List<Operation> operations) {

    /** What {@code import}, {@code run} and {@code zone} call, in the order of a purchase, then of a zone file. */
    private static final List<String> PRODUCT = List.of(
            "domain:list",
            "domain:get",
            "domain:update",
            "domain:getAuthCode",
            "domain:listUkRegistrars",
            "domain:transferOutUk",
            "domain:getServiceInfos",
            "domain:updateServiceInfos",
            "task:list",
            "task:get",
            "order:listCarts",
            "order:createCart",
            "order:getCart",
            "order:deleteCart",
            "order:assignCart",
            "order:listOffers",
            "order:addDomain",
            "order:listDnsOffers",
            "order:addDns",
            "order:listServiceOptions",
            "order:addServiceOption",
            "order:listItems",
            "order:getItem",
            "order:deleteItem",
            "order:listRequiredConfigurations",
            "order:listItemConfigurations",
            "order:getItemConfiguration",
            "order:addItemConfiguration",
            "order:getCartSummary",
            "order:simulateCheckout",
            "order:checkoutCart",
            "order:listOrders",
            "order:getOrder",
            "order:getOrderStatus",
            "order:listOrderDetails",
            "order:getOrderDetail",
            "order:getOrderDetailExtension",
            "order:payOrder",
            "order:listPaymentMethods",
            "order:getPaymentMethod",
            "renewal:listOffers",
            "renewal:order",
            "task:listArguments",
            "task:getArgument",
            "task:setArgument",
            "task:relaunch",
            "dns:list",
            "dns:get",
            "dns:listAccountTasks",
            "dns:getAccountTask",
            "dns:listNameServers",
            "dns:getNameServer",
            "dns:updateNameServers",
            "dns:listDsRecords",
            "dns:getDsRecord",
            "dns:replaceDsRecords",
            "dns:exportZone",
            "dns:listRecords",
            "dns:getRecord",
            "dns:getSoa",
            "dns:getStatus",
            "dns:addRecord",
            "dns:updateRecord",
            "dns:deleteRecord",
            "dns:refresh",
            "contact:list",
            "contact:get",
            "contact:create",
            "contact:listDomainContacts",
            "contact:createDomainContact",
            "contact:getDomainContact",
            "contact:updateDomainContact",
            "contact:listFields",
            "contact:listContactChanges",
            "contact:getContactChange",
            "domain:changeContact",
            "rules:check",
            "account:get",
            "whois:listOptinRules",
            "whois:listOptins",
            "whois:updateOptins",
            "whois:listObfuscatableContacts",
            "whois:listObfuscatedEmails",
            "whois:updateObfuscatedEmails",
            "api:getCurrentCredential");

    public NeededRights {
        operations = List.copyOf(operations);
    }

    /** What the product itself needs. */
    public static NeededRights ofProduct(OperationCatalog catalog) {
        List<Operation> found = new ArrayList<>();
        for (String name : PRODUCT) {
            int colon = name.indexOf(':');
            catalog.find(name.substring(0, colon), name.substring(colon + 1)).ifPresent(found::add);
        }
        return new NeededRights(found);
    }

    /**
     * What some operations need.
     *
     * @param names {@code resource:operation}, or {@code resource} for all of its operations
     * @throws WrongUsageException if there is no such operation
     */
    public static NeededRights of(OperationCatalog catalog, Collection<String> names) {
        Set<Operation> found = new LinkedHashSet<>();
        for (String name : names) {
            int colon = name.indexOf(':');
            if (colon < 0) {
                Collection<Operation> all = catalog.of(name);
                if (all.isEmpty()) {
                    throw new WrongUsageException("There is no resource \"" + name + "\"; there are "
                            + String.join(", ", catalog.resources()));
                }
                found.addAll(all);
            } else {
                found.add(
                        catalog.find(name.substring(0, colon), name.substring(colon + 1))
                                .orElseThrow(
                                        () -> new WrongUsageException(
                                                "There is no operation \"" + name
                                                        + "\" that is a route of the API; `ovh-domain rights` with the resource alone lists all")));
            }
        }
        return new NeededRights(new ArrayList<>(found));
    }

    /** The routes, {@code GET /domain/{serviceName}}; each once. */
    public List<String> routes() {
        Set<String> routes = new LinkedHashSet<>();
        operations.forEach(operation -> routes.add(operation.route()));
        return List.copyOf(routes);
    }

    /** The IAM actions, sorted. */
    public Set<String> iamActions() {
        Set<String> actions = new TreeSet<>();
        operations.forEach(operation -> actions.addAll(operation.iamActions()));
        return actions;
    }
}
