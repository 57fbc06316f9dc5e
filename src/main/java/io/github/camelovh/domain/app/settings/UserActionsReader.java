// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.app.row.UserAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads the actions of the user's own: {@code ovh-domain.action.NAME.columns} and {@code ovh-domain.action.NAME.routes}. */
final class UserActionsReader {
    /** How their keys begin. */
    static final String PREFIX = "ovh-domain.action.";

    private static final String COLUMNS = ".columns";
    private static final String ROUTES = ".routes";

    private final Properties properties;
    private final Consumer<String> problems;

    /** @param problems takes what is wrong, as sentences without their full stop */
    UserActionsReader(Properties properties, Consumer<String> problems) {
        this.properties = properties;
        this.problems = problems;
    }

    /** @param workingFolder a relative path of a route file is meant from it */
    List<UserAction> read(Path workingFolder) {
        Map<String, String> columns = new TreeMap<>();
        Map<String, String> routes = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            String value = properties.getProperty(key).strip();
            if (key.startsWith(PREFIX) && key.endsWith(COLUMNS)) {
                columns.put(name(key, COLUMNS), value);
            } else if (key.startsWith(PREFIX) && key.endsWith(ROUTES)) {
                routes.put(name(key, ROUTES), value);
            } else if (key.startsWith(PREFIX)) {
                problems.accept(key + " is no setting; an action of your own has .columns and .routes");
            }
        }
        columns.keySet().stream()
                .filter(name -> !routes.containsKey(name))
                .forEach(name -> problems.accept(PREFIX + name + ROUTES
                        + " is missing; name the file with the routes plan-" + name + " and do-" + name));
        List<UserAction> actions = new ArrayList<>();
        routes.forEach((name, file) -> {
            if (file.isEmpty() || file.contains(",")) {
                problems.accept(PREFIX + name + ROUTES + " has to be the path of one file, without a comma");
                return;
            }
            try {
                Path path = workingFolder.resolve(file).toAbsolutePath().normalize();
                actions.add(new UserAction(name, words(columns.getOrDefault(name, "")), path));
            } catch (IllegalArgumentException e) {
                problems.accept(PREFIX + name + ".*: " + e.getMessage());
            }
        });
        try {
            RowParsers.standard().with(actions);
        } catch (IllegalArgumentException e) {
            problems.accept(e.getMessage());
        }
        return actions;
    }

    private static String name(String key, String ending) {
        return key.substring(PREFIX.length(), Math.max(PREFIX.length(), key.length() - ending.length()));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).toList();
    }
}
