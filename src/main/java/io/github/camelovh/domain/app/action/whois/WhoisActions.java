// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.whois;

import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.RouteAction;
import io.github.camelovh.domain.app.action.RouteCaller;
import io.github.camelovh.domain.app.row.ContactCommand;
import io.github.camelovh.domain.app.row.RowCommand;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What whois shows of the contacts of names: {@code set-disclosure} and {@code set-obfuscation}. */
public final class WhoisActions {
    private WhoisActions() {}

    /**
     * The actions, by the routes of their workflows.
     *
     * @param routes have the workflows of {@code routes/whois.camel.yaml}
     */
    public static List<Action> of(RouteCaller routes) {
        return List.of(
                RouteAction.ofEachRow(ContactCommand.SetDisclosure.ACTION, WhoisActions::disclosure, routes),
                RouteAction.ofEachRow(ContactCommand.SetObfuscation.ACTION, WhoisActions::obfuscation, routes));
    }

    private static Map<String, Object> disclosure(RowCommand row) {
        ContactCommand.SetDisclosure command = (ContactCommand.SetDisclosure) row;
        Map<String, String> wishes = new TreeMap<>();
        command.wishes().forEach((contact, wish) -> wishes.put(contact, wish.word()));
        return Map.of("domain", command.domain().ascii(), "disclosure", wishes);
    }

    private static Map<String, Object> obfuscation(RowCommand row) {
        ContactCommand.SetObfuscation command = (ContactCommand.SetObfuscation) row;
        return Map.of("domain", command.domain().ascii(), "obfuscation", command.wishes());
    }
}
