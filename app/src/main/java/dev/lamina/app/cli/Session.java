package dev.lamina.app.cli;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.studio.StudioLauncher;
import dev.lamina.app.studio.Toolkit;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;

/// One run of the command line: its streams, its options, and the operations that it may call.
record Session(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Environment environment,
        Operations operations,
        GlobalOptions options,
        BooleanSupplier cancelled,
        Toolkit toolkit) {

    /// The window, with what the user wants of it.
    StudioLauncher studio() {
        return new StudioLauncher(operations, environment, toolkit);
    }

    /// Prints a result in the form that the user wants; only that form is made.
    void print(Supplier<String> text, Supplier<Map<String, ?>> json) {
        out.println(options.json ? Json.line(json.get()) : text.get());
    }

    /// Prints what is of use to a person who waits, but no result.
    void tell(String text) {
        if (!options.quiet && !options.json) {
            err.println(text);
        }
    }

    /// The terminal belongs to the process, not to whoever runs a command inside it with streams of their
    /// own.
    boolean ownsTerminal() {
        return in == System.in;
    }

    /// Where a long job reports. Close it before printing results.
    ProgressView progress() {
        if (options.json) {
            return new JsonProgress(err, cancelled);
        }
        if (options.quiet) {
            return new SilentProgress(cancelled);
        }
        return environment.terminal()
                ? new BarProgress(err, columns(), cancelled, System::nanoTime)
                : new LineProgress(err, cancelled, System::nanoTime);
    }

    /// Whether results have colours.
    Ansi colours() {
        return switch (options.color) {
            case ALWAYS -> Ansi.ON;
            case NEVER -> Ansi.OFF;
            case AUTO -> ansi(List.of());
        };
    }

    private int columns() {
        return environment.variable("COLUMNS").map(Session::number).orElse(80);
    }

    private static int number(String text) {
        try {
            return Math.clamp(Integer.parseInt(text), 20, 400);
        } catch (NumberFormatException e) {
            return 80;
        }
    }

    /// Help is printed while options are still being read, so this looks for `--color` itself.
    Ansi ansi(List<String> args) {
        String last = "auto";
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith("--color=")) {
                last = args.get(i).substring("--color=".length());
            } else if (args.get(i).equals("--color") && i + 1 < args.size()) {
                last = args.get(i + 1);
            }
        }
        return switch (last) {
            case "always" -> Ansi.ON;
            case "never" -> Ansi.OFF;
            default ->
                environment.terminal() && environment.variable("NO_COLOR").isEmpty() ? Ansi.ON : Ansi.OFF;
        };
    }
}
