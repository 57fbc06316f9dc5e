// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import io.github.camelovh.domain.app.settings.AppHome;
import io.github.camelovh.domain.app.settings.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The operations that the workflows and the commands use: what {@code login} and {@code rights} ask for. */
public final class UsedOperations {

    /** What the commands and the engine call besides the routes. */
    static final List<String> IN_JAVA = List.of(
            "api:clockSkew",
            "api:getCurrentCredential",
            "api:usage",
            "contact:listOwners",
            "dns:await",
            "dns:get",
            "dns:plan",
            "dns:sync",
            "domain:get",
            "domain:scan",
            "order:holding",
            "order:resume",
            "renewal:checkPayment",
            "renewal:quote",
            "renewal:state",
            "rules:explain",
            "rules:schema",
            "task:find",
            "task:proposeRepair",
            "task:repair");

    private static final Pattern ENDPOINT = Pattern.compile("ovh-domain:(\\w+)(?:\\?(?:.*&)?operation=(\\w+).*)?");

    private UsedOperations() {}

    /**
     * All of them.
     *
     * @param home whose route files are read
     * @return full names, sorted
     * @throws SettingsException if a route file cannot be read
     */
    public static Set<String> of(AppHome home) {
        Set<String> names = new TreeSet<>(IN_JAVA);
        try (Stream<Path> files = Files.list(home.routes())) {
            for (Path file : files.filter(each -> each.toString().endsWith(".camel.yaml"))
                    .toList()) {
                gather(read(file), names);
            }
        } catch (IOException e) {
            throw new SettingsException("The route files in " + home.routes()
                    + " cannot be read, so it is not known what rights they need: " + e.getMessage());
        }
        return names;
    }

    private static Object read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (YamlEngineException e) {
            throw new SettingsException(
                    file + " is no YAML, so it is not known what rights it needs: " + e.getMessage());
        }
    }

    /** Every endpoint of the component with its operation, in the URI or beside it. */
    private static void gather(Object node, Set<String> names) {
        if (node instanceof Map<?, ?> members) {
            Matcher uri = ENDPOINT.matcher(String.valueOf(members.get("uri")));
            if (uri.matches()
                    && members.get("parameters") instanceof Map<?, ?> beside
                    && beside.containsKey("operation")) {
                names.add(uri.group(1) + ":" + beside.get("operation"));
            }
            members.values().forEach(each -> gather(each, names));
        } else if (node instanceof Collection<?> several) {
            several.forEach(each -> gather(each, names));
        } else if (node instanceof String text) {
            Matcher uri = ENDPOINT.matcher(text);
            if (uri.matches() && uri.group(2) != null) {
                names.add(uri.group(1) + ":" + uri.group(2));
            }
        }
    }
}
