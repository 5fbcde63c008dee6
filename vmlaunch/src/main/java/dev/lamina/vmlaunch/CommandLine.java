package dev.lamina.vmlaunch;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A program and its arguments, to be printed or started.
public record CommandLine(List<String> argv) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    public CommandLine {
        argv = List.copyOf(argv);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command line names a program");
        }
    }

    /// One line that a POSIX shell reads back into the same arguments.
    @Override
    public String toString() {
        return argv.stream().map(CommandLine::quote).collect(Collectors.joining(" "));
    }

    private static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
