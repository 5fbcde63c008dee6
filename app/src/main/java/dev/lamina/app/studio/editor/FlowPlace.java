package dev.lamina.app.studio.editor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where the end of a text is within brackets, e.g. behind `[a, {b: 1, c: ` at the value of the key `c` of element 1.
///
/// @param steps from the outermost bracket inwards
/// @param key whether a key is expected, not a value
/// @param used keys of the innermost braces so far
/// @param word offset of what has been written of the key or value
/// @param open whether it ends within the brackets
record FlowPlace(List<Step> steps, boolean key, Set<String> used, int word, boolean open) {
    private static final int MOST = 100_000;

    FlowPlace {
        steps = List.copyOf(steps);
        used = Set.copyOf(used);
    }

    private static final class Frame {
        private final boolean mapping;
        private final Set<String> used = new HashSet<>();
        private int index;
        private String key = "";
        private boolean atKey = true;

        Frame(boolean mapping) {
            this.mapping = mapping;
        }

        void next() {
            index++;
            atKey = true;
            if (!key.isEmpty()) {
                used.add(key);
                key = "";
            }
        }
    }

    /// @param text from the bracket on
    static FlowPlace of(String text) {
        Deque<Frame> frames = new ArrayDeque<>();
        int word = 0;
        int end = Math.min(text.length(), MOST);
        for (int at = 0; at < end; at++) {
            char c = text.charAt(at);
            switch (c) {
                case '[', '{' -> {
                    frames.push(new Frame(c == '{'));
                    word = at + 1;
                }
                case ']', '}' -> {
                    frames.pop();
                    word = at + 1;
                }
                case ',' -> {
                    frames.element().next();
                    word = at + 1;
                }
                case ':' -> {
                    if (isColon(text, at) && frames.element().mapping && frames.element().atKey) {
                        frames.element().key =
                                Quotes.without(text.substring(word, at).strip());
                        frames.element().atKey = false;
                        word = at + 1;
                    }
                }
                case '"', '\'' -> at = text.substring(word, at).isBlank() ? skip(text, at, c) : at;
                case '#' -> at = at > 0 && Character.isWhitespace(text.charAt(at - 1)) ? lineEnd(text, at) : at;
                default -> {}
            }
            if (frames.isEmpty()) {
                return new FlowPlace(List.of(), false, Set.of(), at, false);
            }
        }
        if (frames.isEmpty()) {
            return new FlowPlace(List.of(), false, Set.of(), 0, false);
        }
        return place(frames, LineShape.skipSpaces(text, word));
    }

    private static boolean isColon(String text, int at) {
        return at + 1 >= text.length() || ", \t\n[]{}\"'".indexOf(text.charAt(at + 1)) >= 0;
    }

    private static int skip(String text, int at, char quote) {
        return Math.min(text.length() - 1, Quotes.end(text, at + 1, quote));
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static FlowPlace place(Deque<Frame> frames, int word) {
        List<Step> steps = new ArrayList<>();
        frames.descendingIterator().forEachRemaining(frame -> {
            if (!frame.mapping) {
                steps.add(new Step.Index(frame.index));
            } else if (!frame.atKey) {
                steps.add(new Step.Key(frame.key));
            }
        });
        Frame inner = frames.element();
        return new FlowPlace(steps, inner.mapping && inner.atKey, inner.used, word, true);
    }
}
