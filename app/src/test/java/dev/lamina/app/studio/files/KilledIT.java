package dev.lamina.app.studio.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Draft;
import dev.lamina.app.operation.Drafts;
import dev.lamina.app.operation.Drafts.Kept;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is left when the program is killed while somebody types, in a small document and in one of 5 MB.
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class KilledIT {
    private static final Duration TYPING = Duration.ofSeconds(5);
    private static final Duration MOST_LOST = Duration.ofSeconds(2);

    @TempDir
    Path home;

    private record Typed(int number, long when) {}

    @Test
    void atMostTwoSecondsOfWorkAreLost() throws Exception {
        losesLittle("kernel:\n  image: lamina/kernel\n");
    }

    @Test
    void alsoOfALargeDocument() throws Exception {
        losesLittle("# five megabytes\n".repeat(300_000));
    }

    private void losesLittle(String opened) throws Exception {
        Path file = Files.writeString(home.resolve("web.yml"), opened);
        List<Typed> typed = killedWhileTyping(file);
        long killed = typed.getLast().when;
        int least = typed.stream()
                .filter(each -> killed - each.when >= MOST_LOST.toNanos())
                .mapToInt(Typed::number)
                .max()
                .orElseThrow();
        try (Drafts drafts = Drafts.in(home.resolve("drafts"))) {
            List<Kept> kept = drafts.takeOver();
            assertThat(kept).hasSize(1);
            Draft draft = kept.getFirst().draft();
            int last = (int) draft.text().lines().count() - (int) opened.lines().count();
            assertThat(draft.text()).isEqualTo(opened + lines(last));
            assertThat(draft.history().goTo(0).text()).isEqualTo(opened);
            assertThat(draft.file()).contains(file);
            assertThat(last).isGreaterThanOrEqualTo(least);
        }
    }

    private void livingWindowsKeepTheirs() {
        try (Drafts other = Drafts.in(home.resolve("drafts"))) {
            assertThat(other.takeOver()).isEmpty();
        }
    }

    private static String lines(int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> "#" + number + "\n")
                .collect(Collectors.joining());
    }

    private List<Typed> killedWhileTyping(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TypingProcess.class.getName(),
                        home.toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Typed> typed = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null) {
                typed.add(new Typed(Integer.parseInt(line), System.nanoTime()));
                boolean enough = typed.getLast().when - typed.getFirst().when > TYPING.toNanos();
                line = enough ? null : out.readLine();
            }
            livingWindowsKeepTheirs();
        } finally {
            process.destroyForcibly().waitFor();
        }
        return typed;
    }
}
