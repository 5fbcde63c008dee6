package dev.lamina.app.studio.editor;

import java.util.Arrays;

/// A text line by line, counted from 0, without their ends. Lines end with LF.
interface Lines {
    int count();

    String line(int number);

    static Text of(String text) {
        return new Text(text);
    }

    /// The lines of one text, with their offsets.
    final class Text implements Lines {
        private final String text;
        private final int[] starts;

        private Text(String text) {
            this.text = text;
            int[] found = new int[64];
            int count = 1;
            for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = at + 1;
            }
            this.starts = Arrays.copyOf(found, count);
        }

        @Override
        public int count() {
            return starts.length;
        }

        @Override
        public String line(int number) {
            return text.substring(starts[number], end(number));
        }

        int start(int number) {
            return starts[number];
        }

        int end(int number) {
            return number + 1 < starts.length ? starts[number + 1] - 1 : text.length();
        }

        /// The line that an offset is in.
        int at(int offset) {
            int found = Arrays.binarySearch(starts, offset);
            return found >= 0 ? found : -found - 2;
        }
    }
}
