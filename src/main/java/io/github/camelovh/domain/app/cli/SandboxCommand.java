// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.TimeText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sandbox}: a double of OVHcloud's API that sells nothing. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "Runs a double of OVHcloud's API on this machine until it is stopped. It sells nothing.")
final class SandboxCommand implements Callable<Integer> {
    private static final String REGISTRY = "registry";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on; 0 for any free port. Default: ${DEFAULT-VALUE}.")
    private int port = 18080;

    @Option(names = "--bind", paramLabel = "HOST", description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
    private String bind = "127.0.0.1";

    @Option(names = "--latency", paramLabel = "TIME", description = "Delay for each call, such as 50ms or PT0.05S.")
    private String latency = "PT0S";

    @Option(names = "--rate-limit", paramLabel = "N/UNIT", description = "Calls per key, such as 60/min or 10/s.")
    private String rateLimit;

    @Option(names = "--no-retry-after", description = "Answers to calls over the limit have no Retry-After header.")
    private boolean noRetryAfter;

    @Option(names = "--domains", paramLabel = "N", description = "How many names the account owns. Default: 0.")
    private int domains;

    @Option(
            names = "--owners",
            paramLabel = "N",
            description = "How many owner contacts share these names. Default: ${DEFAULT-VALUE}.")
    private int owners = 1;

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "Keep the state over restarts, including names and seed.")
    private Path store;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all random values. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--task-time",
            paramLabel = "TIME",
            description = "How long a task takes. Default: ${DEFAULT-VALUE}.")
    private String taskTime = "PT2S";

    @Option(
            names = "--transfer-time",
            paramLabel = "TIME|registry",
            description = "How long a transfer to the account takes; registry: the days of its extension. Default: the"
                    + " time of a task.")
    private String transferTime;

    @Option(
            names = "--clock-window",
            paramLabel = "TIME",
            description = "Accepted age of a timestamp. Default: ${DEFAULT-VALUE}.")
    private String clockWindow = "PT3M";

    @Option(names = "--lenient-signatures", description = "Do not verify signatures.")
    private boolean lenientSignatures;

    @Option(
            names = "--public-base-url",
            paramLabel = "URL",
            description =
                    "URL that callers may sign instead of the URL they call; its host is answered too. Can be repeated.")
    private List<String> publicBaseUrls = List.of();

    @Option(names = "--no-batch", description = "Refuse the undocumented batch mode.")
    private boolean noBatch;

    @Option(names = "--no-pages", description = "Refuse the undocumented pages.")
    private boolean noPages;

    @Option(names = "--pages-everywhere", description = "Offer pages for all lists of ids.")
    private boolean pagesEverywhere;

    @Option(
            names = "--zone",
            paramLabel = "NAME=RECORDS",
            description = "A zone with that many records, besides the zones of the names. Can be repeated.")
    private Map<String, Integer> zones = Map.of();

    @Option(
            names = "--txt-quoting",
            paramLabel = "on|off",
            description = "Whether a TXT record that is posted without quotes gets quotes. Default: ${DEFAULT-VALUE}.")
    private String txtQuoting = "on";

    @Option(names = "--txt-as-dkim", description = "Return a TXT record with a DKIM key as type DKIM.")
    private boolean txtAsDkim;

    @Option(
            names = "--dns-port",
            paramLabel = "N",
            description = "Answer DNS queries on loopback, over UDP and TCP; 0 for any free port. Default: off.")
    private Integer dnsPort;

    @Option(
            names = "--ovh-dns-port",
            paramLabel = "N",
            description = "Answer DNS queries as OVHcloud's own name servers, for every zone of the account.")
    private Integer ovhDnsPort;

    @Mixin
    @SuppressWarnings("UnusedVariable") // only for the help: the levels are set before the first logger is created
    private LogOptions log;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (OvhSandbox sandbox = OvhSandbox.start(options())) {
            out.println("OVH sandbox listening on " + sandbox.baseUrl());
            out.println("It sells nothing: no name is registered, no money moves.");
            if (dnsPort != null) {
                out.println("DNS server on 127.0.0.1, port " + sandbox.dnsPort());
            }
            if (ovhDnsPort != null) {
                out.println("OVHcloud's own name servers are 127.0.0.1, port " + sandbox.ovhDnsPort());
            }
            out.println("application key     " + OvhSandbox.APPLICATION_KEY);
            out.println("application secret  " + OvhSandbox.APPLICATION_SECRET);
            out.println("consumer key        " + OvhSandbox.CONSUMER_KEY);
            out.println("or OAuth2 client    " + OvhSandbox.CLIENT_ID + " / " + OvhSandbox.CLIENT_SECRET + " at "
                    + sandbox.origin() + "/auth/oauth2/token");
            out.println("or access token     " + OvhSandbox.ACCESS_TOKEN);
            out.flush();
            new CountDownLatch(1).await();
        } catch (IllegalArgumentException e) {
            throw new UsageException("The sandbox was not started: " + e.getMessage());
        } catch (java.io.UncheckedIOException | IllegalStateException e) {
            throw new CommandFailedException("The sandbox was not started: " + e.getMessage());
        }
        return ExitCode.DONE.code();
    }

    private boolean quoting() {
        if (!txtQuoting.equals("on") && !txtQuoting.equals("off")) {
            throw new UsageException("--txt-quoting is \"" + txtQuoting + "\" but must be on or off.");
        }
        return txtQuoting.equals("on");
    }

    private SandboxOptions options() {
        SandboxOptions usual = SandboxOptions.defaults();
        return new SandboxOptions(
                port,
                bind,
                TimeText.parse("--latency", latency),
                rateLimit,
                !noRetryAfter,
                domains,
                owners,
                store,
                seed,
                TimeText.parse("--task-time", taskTime),
                transferTime == null || transferTime.equals(REGISTRY)
                        ? null
                        : TimeText.parse("--transfer-time", transferTime),
                REGISTRY.equals(transferTime),
                TimeText.parse("--clock-window", clockWindow),
                !lenientSignatures,
                publicBaseUrls,
                !noBatch,
                !noPages,
                pagesEverywhere,
                usual.credentialLife(),
                zones,
                quoting(),
                txtAsDkim,
                dnsPort,
                ovhDnsPort,
                usual.clock());
    }
}
