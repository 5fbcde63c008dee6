package dev.lamina.app.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The program's version, written into the jar by the build.
public final class Version {
    private Version() {}

    public static String text() {
        try (InputStream in =
                Objects.requireNonNull(Version.class.getResourceAsStream("/dev/lamina/app/version.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
