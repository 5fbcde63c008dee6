package dev.lamina.vmlaunch;

import java.util.List;

/// The last lines of a console, safe to show: without escape sequences, and none longer than people read.
public final class ConsoleTail {
    private ConsoleTail() {}

    /// @param console as the guest wrote it, for example [Console#recent()]
    /// @param most how many lines; empty ones do not count
    public static List<String> of(byte[] console, int most) {
        LastLines lines = new LastLines(most);
        new ConsoleText(lines::accept).accept(console, 0, console.length);
        return lines.toList();
    }
}
