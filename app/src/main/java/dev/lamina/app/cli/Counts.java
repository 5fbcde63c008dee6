package dev.lamina.app.cli;

/// Numbers of things for people.
final class Counts {
    private Counts() {}

    /// `1 file`, `2 files`.
    static String text(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
