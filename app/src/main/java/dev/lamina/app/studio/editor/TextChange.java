package dev.lamina.app.studio.editor;

import java.util.Optional;

/// Other text in one place of a text.
///
/// @param at offset of the first character that goes
/// @param removed how many characters go
/// @param inserted what comes in their place
record TextChange(int at, int removed, String inserted) {

    /// The smallest change that makes one text of another; empty when both are the same.
    static Optional<TextChange> between(String before, String after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        if (start > 0 && Character.isHighSurrogate(before.charAt(start - 1))) {
            start--; // the two halves of a character stay together
        }
        int tail = 0;
        int rest = most - start;
        while (tail < rest && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        if (tail > 0 && Character.isLowSurrogate(before.charAt(before.length() - tail))) {
            tail--;
        }
        return Optional.of(
                new TextChange(start, before.length() - tail - start, after.substring(start, after.length() - tail)));
    }

    /// Behind what goes.
    int end() {
        return at + removed;
    }

    /// By how much what stands behind moves.
    int shift() {
        return inserted.length() - removed;
    }

    String in(String text) {
        return new StringBuilder(text.length() + Math.max(0, shift()))
                .append(text, 0, at)
                .append(inserted)
                .append(text, end(), text.length())
                .toString();
    }

    /// Where a place of the text is afterwards; one within what goes is behind what comes.
    int moved(int offset) {
        if (offset <= at && !(offset == at && removed == 0 && !inserted.isEmpty())) {
            return offset;
        }
        return offset >= end() ? offset + shift() : at + inserted.length();
    }
}
