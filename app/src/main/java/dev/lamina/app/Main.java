package dev.lamina.app;

import dev.lamina.app.cli.Cli;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The one entry point.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            // Scripts ask for it often, and it needs nothing of the rest.
            System.out.println("lamina " + Version.text());
            return;
        }
        if (args.length == 2 && args[0].equals("--train")) {
            Training.run(args[1], System.err);
            return;
        }
        if (args.length == 2 && args[0].equals("--train-window")) {
            WindowTraining.run(args[1]);
            return;
        }
        // Paths in documents, protocols and JSON have the digits of machines. Words have their language.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        Environment environment = Environment.ofProcess();
        Cli cli = new Cli(new Wiring(environment), environment, Version.text());
        Interruption interruption = new Interruption(Thread.currentThread());
        int code = cli.run(
                words(args),
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                interruption::requested);
        interruption.workIsDone();
        System.exit(code);
    }

    /// Without any, the window is meant. Its launcher on macOS and Windows passes nothing but files.
    private static List<String> words(String[] args) {
        boolean window =
                args.length == 0 || System.getProperty("lamina.program", "").equals("studio");
        return window ? Stream.concat(Stream.of("studio"), Stream.of(args)).toList() : List.of(args);
    }

    /// UTF-8 whatever the locale, as JSON and file names want it.
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
