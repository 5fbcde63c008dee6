package dev.lamina.vmlaunch.mac;

/// The end of what a program printed, in one line that is safe to show.
public final class LastWords {
    private static final int LONGEST = 300;

    private LastWords() {}

    /// The last line that is not blank; empty when there is none.
    public static String of(String printed) {
        String line = printed.lines()
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty())
                .reduce("", (earlier, later) -> later);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
