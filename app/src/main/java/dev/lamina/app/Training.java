package dev.lamina.app;

import dev.lamina.app.cli.Cli;
import dev.lamina.app.operation.Environment;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/// Goes through what most starts have in common, so that the ahead-of-time cache holds it. Touches no network, and
/// writes nothing.
final class Training {
    private Training() {}

    static void run(String composition) {
        System.out.println("lamina " + Version.text());
        Environment environment = Environment.ofProcess();
        Cli cli = new Cli(new Wiring(environment), environment, Version.text());
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        for (List<String> command : List.of(
                List.of("--help"),
                List.of("run", "--help"),
                List.of("no-such-command"),
                List.of("validate", composition),
                List.of("validate", "--format", "json", composition))) {
            cli.run(command, InputStream.nullInputStream(), nowhere, nowhere, () -> false);
        }
    }
}
