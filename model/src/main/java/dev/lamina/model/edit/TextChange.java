package dev.lamina.model.edit;

/// What became of a text: one piece of it was replaced by another. Kept instead of whole texts, which may be large.
///
/// @param at where the piece began
/// @param removed what stood there
/// @param inserted what stands there now
public record TextChange(int at, String removed, String inserted) {
    public static final TextChange NONE = new TextChange(0, "", "");

    /// Letters that are compared at once, which is much quicker than one by one.
    private static final int BLOCK = 256;

    /// The smallest one that makes a text of another.
    public static TextChange of(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start + BLOCK <= most && before.regionMatches(start, after, start, BLOCK)) {
            start += BLOCK;
        }
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int same = 0;
        while (same + BLOCK <= most - start
                && before.regionMatches(before.length() - same - BLOCK, after, after.length() - same - BLOCK, BLOCK)) {
            same += BLOCK;
        }
        while (same < most - start
                && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
            same++;
        }
        return new TextChange(
                start, before.substring(start, before.length() - same), after.substring(start, after.length() - same));
    }

    /// @param text the one that it was made of
    public void applyTo(StringBuilder text) {
        text.replace(at, at + removed.length(), inserted);
    }

    /// @param text the one that it made
    public void undoIn(StringBuilder text) {
        text.replace(at, at + inserted.length(), removed);
    }

    /// How much is kept for it.
    public int size() {
        return removed.length() + inserted.length();
    }
}
