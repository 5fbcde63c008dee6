package dev.lamina.app.testing;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/// What a test needs of this machine: without it the test fails where everything must be there (`CI=true`), and is
/// passed over elsewhere, with words.
public final class Needed {
    private Needed() {}

    public static void program(String name) {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        found(found, name);
    }

    /// @param paths one of which must be there
    public static void file(String what, String... paths) {
        found(Arrays.stream(paths).anyMatch(path -> Files.exists(Path.of(path))), what);
    }

    /// A display that belongs to the tests, as `./verify` starts one.
    public static void display() {
        String display = System.getenv("DISPLAY");
        found(display != null && display.startsWith(":"), "display for tests (./verify starts one)");
    }

    private static void found(boolean found, String what) {
        if (!found && "true".equals(System.getenv("CI"))) {
            fail("there is no " + what);
        }
        Assumptions.assumeTrue(found, "there is no " + what);
    }
}
