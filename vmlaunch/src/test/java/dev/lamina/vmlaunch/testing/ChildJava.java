package dev.lamina.vmlaunch.testing;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Another Java with the classes of the tests, to be killed.
public final class ChildJava {
    private ChildJava() {}

    public static Process start(Class<?> main, List<String> arguments, Map<String, String> environment)
            throws IOException {
        Stream<String> java =
                Stream.of(ProcessHandle.current().info().command().orElseThrow(), "-cp", classPath(), main.getName());
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(java, arguments.stream()).toList());
        builder.environment().putAll(environment);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// Tests run as a patched module; the child runs the same classes from a class path.
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                "target/test-classes",
                "target/classes",
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""));
    }
}
