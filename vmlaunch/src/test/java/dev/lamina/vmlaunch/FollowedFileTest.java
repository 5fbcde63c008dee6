package dev.lamina.vmlaunch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FollowedFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("log"), text);
    }

    private static String all(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsThereIsReadToItsEndWhenNobodyWrites() throws IOException {
        try (FollowedFile followed = new FollowedFile(file("hello"), Long.MAX_VALUE, () -> false)) {
            assertThat(all(followed)).isEqualTo("hello");
        }
    }

    @Test
    void onlyTheLastOfItWhenNoMoreIsWanted() throws IOException {
        try (FollowedFile followed = new FollowedFile(file("hello"), 2, () -> false)) {
            assertThat(all(followed)).isEqualTo("lo");
        }
    }

    @Test
    void whatIsWrittenMeanwhileIsReadUpToTheLastWord() throws IOException {
        Path log = file("a");
        AtomicInteger asked = new AtomicInteger();
        try (FollowedFile followed = new FollowedFile(log, Long.MAX_VALUE, () -> grow(log, asked.incrementAndGet()))) {
            assertThat(all(followed)).isEqualTo("a2345");
        }
    }

    /// Writes something whenever it is asked, also with its last breath.
    private static boolean grow(Path log, int time) {
        try {
            if (time > 1 && time <= 5) {
                Files.writeString(log, Integer.toString(time), StandardOpenOption.APPEND);
            }
            return time < 5;
        } catch (IOException e) {
            return false;
        }
    }
}
