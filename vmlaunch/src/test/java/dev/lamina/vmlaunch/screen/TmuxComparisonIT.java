package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// tmux as a judge: the same bytes make the same screen and scrollback in the same styles, and the cursor
/// ends in the same place. Skipped where tmux is not installed.
final class TmuxComparisonIT {
    private static final String DONE = "done";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void tmuxIsInstalled() {
        assumeTrue(isInstalled(), "tmux is not installed");
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        if (isInstalled()) {
            tmux("kill-server");
        }
    }

    // not "frames": tmux hands out line drawing characters as the letters they were sent as
    @ParameterizedTest
    @MethodSource("dev.lamina.vmlaunch.screen.Transcripts#withoutFrames")
    void transcriptsLookTheSame(String name, int columns, int rows) throws IOException, InterruptedException {
        compare(Transcripts.bytes(name), columns, rows, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void madeUpSequencesLookTheSame(int seed) throws IOException, InterruptedException {
        compare(Sequences.common(new Random(seed), 300).getBytes(StandardCharsets.UTF_8), 40, 12, false);
    }

    /// @param above whether the scrollback too; tmux also keeps lines that are deleted at the top of the
    ///        screen
    private void compare(byte[] bytes, int columns, int rows, boolean above) throws IOException, InterruptedException {
        Path input = Files.write(folder.resolve("input"), bytes);
        Path done = folder.resolve(DONE);
        tmux(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                "" + columns,
                "-y",
                "" + rows,
                "stty raw -echo; cat '" + input + "'; touch '" + done + "'; exec sleep 60");
        while (!Files.exists(done)) {
            assertThat(tmux("has-session")).isEmpty();
        }
        Terminal terminal = new Terminal(columns, rows, 2000);
        terminal.feed(bytes, 0, bytes.length);

        String ours = ours(terminal, above);
        assertThat(ours).isEqualTo(theirs(ours, columns, rows, above));
    }

    /// What tmux shows; it is asked again while it still takes in what it was given.
    private String theirs(String expected, int columns, int rows, boolean above)
            throws IOException, InterruptedException {
        String shown = "";
        for (int i = 0; i < 50 && !shown.equals(expected); i++) {
            String[] cursor = tmux("display-message", "-p", "#{cursor_x} #{cursor_y}")
                    .strip()
                    .split(" ");
            // behind the last column it counts on
            int column = Math.min(columns - 1, Integer.parseInt(cursor[0]));
            Terminal styled = new Terminal(columns, rows, 0);
            byte[] screen = tmux("capture-pane", "-p", "-e")
                    .stripTrailing()
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            styled.feed(screen, 0, screen.length);
            shown = text(
                    column + "," + cursor[1],
                    tmux("capture-pane", "-p", "-S", above ? "-" : "0").lines(),
                    styles(styled.screen()));
        }
        return shown;
    }

    private static String ours(Terminal terminal, boolean above) {
        Snapshot screen = terminal.screen();
        Cursor cursor = screen.cursor();
        long first = above ? screen.oldest() : screen.screenTop();
        return text(
                cursor.column() + "," + (cursor.line() - screen.screenTop()),
                terminal.snapshot(first, (int) (screen.newest() - first + 1)).lines().stream()
                        .map(Line::text),
                styles(screen));
    }

    private static String text(String cursor, Stream<String> lines, String styles) {
        return cursor + "\n"
                + lines.map(String::stripTrailing)
                        .collect(Collectors.joining("\n"))
                        .stripTrailing() + "\n" + styles;
    }

    /// How the characters look; tmux does not tell it of blanks at the ends of lines.
    private static String styles(Snapshot screen) {
        StringBuilder styles = new StringBuilder();
        for (int row = 0; row < screen.lines().size(); row++) {
            Line line = screen.lines().get(row);
            for (int column = 0; column < line.columns(); column++) {
                if (line.codePoint(column) != ' ' && line.style(column) != Style.DEFAULT) {
                    styles.append("%d:%d %s%n".formatted(row, column, ScreenText.style(line.style(column))));
                }
            }
        }
        return styles.toString();
    }

    private String tmux(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("tmux", "-u", "-S", folder.resolve("socket").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
