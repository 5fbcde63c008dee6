package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes, and however it is cut: nothing throws, and what holds of a screen holds.
final class FuzzTest {
    private static final int SEEDS = 60;

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    private static Terminal terminal(Random random) {
        return new Terminal(
                2 + random.nextInt(60), 1 + random.nextInt(30), random.nextInt(200), () -> Instant.ofEpochMilli(1));
    }

    private static byte[] input(Random random) {
        if (random.nextInt(4) == 0) {
            byte[] noise = new byte[6000];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = Sequences.any(random, 400).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length / 200; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyInputLeavesTheScreenWhole(int seed) {
        Random random = new Random(seed);
        Terminal terminal = terminal(random);
        for (int i = 0; i < 20; i++) {
            byte[] bytes = input(random);
            terminal.feed(bytes, 0, bytes.length);
            assertWhole(terminal);
            switch (random.nextInt(6)) {
                case 0, 1 -> terminal.resize(random.nextInt(90), random.nextInt(40));
                case 2 -> terminal.clear();
                case 3 -> terminal.reset();
                default -> {}
            }
            assertWhole(terminal);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itDoesNotMatterWhereTheInputIsCut(int seed) {
        byte[] bytes = input(new Random(seed));
        Terminal whole = terminal(new Random(seed));
        Terminal single = terminal(new Random(seed));
        Terminal pieces = terminal(new Random(seed));
        whole.feed(bytes, 0, bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            single.feed(bytes, i, 1);
        }
        Random random = new Random(seed);
        for (int from = 0; from < bytes.length; ) {
            int length = Math.min(bytes.length - from, random.nextInt(40));
            pieces.feed(bytes, from, length);
            from += length;
        }

        assertThat(all(single)).isEqualTo(all(whole));
        assertThat(all(pieces)).isEqualTo(all(whole));
    }

    private static String all(Terminal terminal) {
        StringBuilder text = new StringBuilder(ScreenText.of(terminal));
        for (long number = terminal.oldestLine(); number < terminal.screenTop(); number++) {
            Line line = terminal.line(number);
            text.append(line.text())
                    .append(line.wrapped())
                    .append(line.style(0))
                    .append('\n');
        }
        return text.toString();
    }

    private static void assertWhole(Terminal terminal) {
        Snapshot screen = terminal.screen();
        assertThat(screen.lines()).hasSize(screen.rows());
        assertThat(screen.newest()).isEqualTo(screen.screenTop() + screen.rows() - 1);
        assertThat(screen.oldest()).isBetween(Math.max(0, screen.screenTop() - 800), screen.screenTop());
        assertThat(screen.cursor().line()).isBetween(screen.screenTop(), screen.newest());
        assertThat(screen.cursor().column()).isBetween(0, screen.columns() - 1);
        screen.lines().forEach(line -> assertWhole(line, screen.columns()));
        for (long number = screen.oldest(); number < screen.screenTop(); number++) {
            assertWhole(terminal.line(number), screen.columns());
        }
    }

    private static void assertWhole(Line line, int columns) {
        boolean wide = false;
        for (int column = 0; column < line.columns(); column++) {
            boolean tail = line.width(column) == 0;
            if (tail != wide) {
                throw new AssertionError("half a character at " + column + " of " + line);
            }
            wide = line.width(column) == 2;
            if (Character.isISOControl(line.codePoint(column)) || line.runEnd(column) <= column) {
                throw new AssertionError("broken at " + column + " of " + line);
            }
        }
        assertThat(line.columns()).isLessThanOrEqualTo(columns);
    }
}
