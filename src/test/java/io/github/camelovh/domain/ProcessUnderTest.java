// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The command line as a separate process, from this build: from its jars, if the build has made an archive of their loaded classes
 * (then a start takes two thirds of the time), else from its classes.
 */
public final class ProcessUnderTest {

    private static final String MAIN = "io.github.camelovh.domain.app.cli.OvhDomainCli";

    private static final Path ARCHIVE = Path.of(System.getProperty("ovh-domain.class.archive", "target/none.jsa"));

    private final Process process;
    private final Path output;

    private ProcessUnderTest(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts one command like {@code bin/ovh-domain}; its output goes to a file next to its working folder. */
    public static ProcessUnderTest start(
            Path workFolder, String name, List<String> jvm, Map<String, String> environment, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        if (hasArchive()) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-Xlog:disable"));
        }
        command.addAll(jvm);
        command.addAll(List.of("-Dovh-domain.home=" + Path.of("").toAbsolutePath(), "-cp", classPath(), MAIN));
        command.addAll(arguments);
        Path output = workFolder.resolve(name + ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(key -> key.startsWith("OVH_"));
        builder.environment().putAll(environment);
        try {
            return new ProcessUnderTest(builder.start(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@code import FILE} into the folder {@code data} next to the file, against a sandbox or a proxy before it. */
    public static ProcessUnderTest importing(Path file, int port, List<String> jvm, String... options) {
        List<String> arguments = new ArrayList<>(List.of("import", file.toString()));
        arguments.addAll(List.of("--data", file.resolveSibling("data").toString()));
        arguments.addAll(List.of(options));
        return start(file.getParent(), "import", jvm, SandboxProcess.environment(port), arguments);
    }

    private static boolean hasArchive() {
        return Files.exists(ARCHIVE);
    }

    private static String classPath() {
        String listed = System.getProperty("ovh-domain.classpath.file", "target/test-classpath.txt");
        String build = hasArchive()
                ? System.getProperty("ovh-domain.jars")
                : Path.of("target", "classes").toAbsolutePath().toString();
        try {
            return build
                    + System.getProperty("path.separator")
                    + Files.readString(Path.of(listed)).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. Returns when the process is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGTERM, as {@code systemctl stop} and an orchestrator send it. */
    public void terminate() {
        process.destroy();
    }

    /** Sends a signal, such as {@code INT}, which a terminal sends for Ctrl-C. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** The CPU time so far, user and system; empty after it has ended. */
    public Optional<Duration> cpu() {
        return process.info().totalCpuDuration();
    }

    /** Waits for the process to end; if it does not, it is killed and reported with its output. */
    public int exitCode(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("did not end within " + seconds + " s:\n" + printed());
        }
        return process.exitValue();
    }

    /** Everything that every process with this output file has printed so far. */
    public String printed() {
        return read(output);
    }

    /** What processes of this name have printed in a folder so far; empty if there was none. */
    static String printed(Path workFolder, String name) {
        Path output = workFolder.resolve(name + ".out");
        return Files.exists(output) ? read(output) : "";
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
