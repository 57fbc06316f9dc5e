// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forecast page in Chromium, with three sizes of the portfolio; skipped if there is no Chromium. */
@Tag("benchmark")
class PageOpeningIT {
    private static final int WIDTH = 1280;
    private static final Pattern OPENED = Pattern.compile("data-opened=\"([0-9]+) ([0-9]+)\"");
    /**
     * Adds to the page how wide it is, which needs its whole layout, and after how many milliseconds that was known.
     */
    private static final String NOTE = """
            <script>
            addEventListener("load", () => {
              const width = document.documentElement.scrollWidth;
              document.documentElement.dataset.opened = Math.ceil(performance.now()) + " " + width;
            });
            </script>
            """;

    @TempDir
    Path folder;

    @Test
    void thePageFitsAndOpensAtOnceWhateverTheNumberOfNames() throws Exception {
        Optional<String> chromium = chromium();
        assumeThat(chromium).as("a Chromium on the path").isPresent();
        for (int names : new int[] {10, 1_000, 50_000}) {
            Path page = page(names);
            Matcher opened = open(chromium.orElseThrow(), page);
            long milliseconds = Long.parseLong(opened.group(1));
            int width = Integer.parseInt(opened.group(2));
            System.out.printf(
                    "forecast.html of %,d names: %,d bytes, laid out after %d ms, %d px wide in a window of %d px%n",
                    names, Files.size(page), milliseconds, width, WIDTH);
            assertThat(width).isLessThanOrEqualTo(WIDTH);
        }
    }

    private static Optional<String> chromium() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(place -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** The page as the application writes it, but with permission for the script that measures the time. */
    private Path page(int names) throws Exception {
        try (SandboxProcess sandbox =
                SandboxProcess.start(Files.createTempDirectory(folder, "server"), "--domains", String.valueOf(names))) {
            ProcessUnderTest product = ProcessUnderTest.start(
                    folder,
                    "product",
                    List.of(),
                    SandboxProcess.environment(sandbox.port()),
                    List.of("renewals", "--data", "data" + names));
            assertThat(product.exitCode(300)).as(product.printed()).isLessThanOrEqualTo(1);
        }
        String html = Files.readString(folder.resolve("data" + names + "/forecast/forecast.html"));
        Path copy = folder.resolve("forecast-" + names + ".html");
        return Files.writeString(
                copy,
                html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                        .replace("</body>", NOTE + "</body>"));
    }

    private Matcher open(String chromium, Path page) throws IOException, InterruptedException {
        Path dump = folder.resolve("dump.html");
        Process browser = new ProcessBuilder(
                        chromium,
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--window-size=" + WIDTH + ",2000",
                        "--timeout=10000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dump.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Matcher opened = OPENED.matcher(Files.readString(dump));
        assertThat(opened.find()).as("the page notes when it is laid out").isTrue();
        return opened;
    }
}
