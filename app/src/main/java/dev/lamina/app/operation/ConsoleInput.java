package dev.lamina.app.operation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.function.Function;

/// What guests send to a console, made up and the same each time.
public enum ConsoleInput {
    /// `base64 </dev/urandom`: lines of 76 characters.
    PLAIN(ConsoleInput::base64),

    /// A log as services write it, with four or five colours in a line.
    COLOURED(ConsoleInput::log),

    /// Text in which every other word is not ASCII.
    INTERNATIONAL(ConsoleInput::words),

    /// A full-screen program that writes its whole screen again and again, each line in its place.
    REPAINT(ConsoleInput::screen);

    private static final String[] LEVELS = {"\033[32mINFO \033[0m", "\033[33mWARN \033[0m", "\033[1;31mERROR\033[0m"};
    private static final String[] WORDS = {"started", "schöner", "ready", "世界", "listening", "größer", "–"};

    private final Function<Random, String> part;

    ConsoleInput(Function<Random, String> part) {
        this.part = part;
    }

    /// Whether lines of it go into the scrollback.
    boolean scrolls() {
        return this != REPAINT;
    }

    /// @return so many bytes
    byte[] bytes(int length) {
        Random random = new Random(7);
        byte[] bytes = new byte[length];
        byte[] pattern = new byte[0];
        for (int at = 0; at < length; at += pattern.length) {
            pattern = part.apply(random).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(pattern, 0, bytes, at, Math.min(pattern.length, length - at));
        }
        return bytes;
    }

    private static String base64(Random random) {
        byte[] noise = new byte[57];
        random.nextBytes(noise);
        return Base64.getEncoder().encodeToString(noise) + "\r\n";
    }

    private static String log(Random random) {
        return "\033[2m2026-11-27T10:%02d:%02d\033[0m %s \033[36mweb[%d]\033[0m GET /items/%d \033[1m200\033[0m in %d ms\r\n"
                .formatted(
                        random.nextInt(60),
                        random.nextInt(60),
                        LEVELS[random.nextInt(LEVELS.length)],
                        random.nextInt(1000),
                        random.nextInt(100_000),
                        random.nextInt(900));
    }

    private static String words(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            line.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return line.append("\r\n").toString();
    }

    private static String screen(Random random) {
        StringBuilder screen = new StringBuilder("\033[H");
        for (int row = 1; row <= 24; row++) {
            screen.append(
                    "\033[%d;1H\033[1;3%dm%5d\033[0m root  20 0 \033[7m%6d\033[27m sleeping 0.%d \033[32mtask-%d\033[39m\033[K"
                            .formatted(
                                    row,
                                    row % 8,
                                    random.nextInt(32_768),
                                    random.nextInt(999_999),
                                    random.nextInt(99),
                                    random.nextInt(1000)));
        }
        return screen.toString();
    }
}
