package dev.lamina.vmlaunch.process;

/// What other programs say, in words that are safe to show: on one line, without what a terminal would obey.
public final class SafeWords {
    private static final int LONGEST = 300;

    private SafeWords() {}

    /// A line, whatever its length.
    public static String of(String line) {
        return line.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ").strip();
    }

    /// The last line that is not blank, cut where people stop reading; empty when there is none.
    public static String last(String printed) {
        String line = printed.lines()
                .map(SafeWords::of)
                .filter(text -> !text.isEmpty())
                .reduce("", (earlier, later) -> later);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /// A sentence of ours, with the program's words behind it when there are any.
    public static String append(String sentence, String words) {
        return words.isEmpty() ? sentence : sentence + ": " + words;
    }
}
