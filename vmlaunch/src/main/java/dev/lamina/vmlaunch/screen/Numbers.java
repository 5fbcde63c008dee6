package dev.lamina.vmlaunch.screen;

/// Reads the numbers of a packed line.
final class Numbers {
    private final byte[] packed;
    private int position;

    Numbers(byte[] packed, int position) {
        this.packed = packed;
        this.position = position;
    }

    long next() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int group = packed[position++];
            value |= (long) (group & 0x7f) << shift;
            if (group >= 0) {
                return value;
            }
        }
    }

    /// A count and so many characters.
    String text() {
        StringBuilder text = new StringBuilder();
        for (int left = (int) next(); left > 0; left--) {
            text.appendCodePoint((int) next());
        }
        return text.toString();
    }

    int position() {
        return position;
    }
}
