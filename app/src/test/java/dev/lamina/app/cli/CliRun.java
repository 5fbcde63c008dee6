package dev.lamina.app.cli;

import dev.lamina.app.Wiring;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.operation.Operations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// The command line run in this process, in a folder of the test.
///
/// @param out what went to standard output
/// @param err what went to standard error
record CliRun(int code, String out, String err) {

    static CliRun in(Path directory, String... args) {
        return withInput(directory, "", args);
    }

    /// As [#in(Path, String...)], with the user's home and Lamina's own folder elsewhere.
    static CliRun in(Path directory, Path home, String... args) {
        return run(
                new Environment(
                        Map.of("LAMINA_HOME", home.toString()), directory, home, OperatingSystem.LINUX, "amd64", false),
                "",
                args);
    }

    static CliRun withInput(Path directory, String input, String... args) {
        return run(environment(directory), input, args);
    }

    private static CliRun run(Environment environment, String input, String... args) {
        return with(new Wiring(environment), environment, input, args);
    }

    static CliRun with(Operations operations, Environment environment, String input, String... args) {
        return with(operations, environment, input, () -> false, args);
    }

    static CliRun with(
            Operations operations, Environment environment, String input, BooleanSupplier cancelled, String... args) {
        Cli cli = new Cli(operations, environment, "1.2.3");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = cli.run(
                List.of(args),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                cancelled);
        return new CliRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Environment environment(Path directory) {
        return new Environment(
                Map.of("LAMINA_HOME", "home"), directory, directory, OperatingSystem.LINUX, "amd64", false);
    }
}
