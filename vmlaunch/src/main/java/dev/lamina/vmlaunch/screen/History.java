package dev.lamina.vmlaunch.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The lines that have left the screen, packed into blocks. It forgets the oldest when there are more lines
/// than asked for, or when they take more memory than such lines ought to. What was once written to a block
/// is never overwritten, so that lines can be read without a lock.
final class History {
    private static final int BLOCK = 64 * 1024;

    /// What a line may take in the mean. Plain text of 80 columns takes 93 bytes; only a guest that sets
    /// the colour of each cell gets here, and then has less scrollback.
    private static final int BYTES_PER_LINE = 640;

    private final int maxLines;
    private final long maxBytes;
    private final List<Block> blocks = new ArrayList<>();
    private long bytes;
    private long first;
    private long next;

    /// @param first the number of its first line
    History(int maxLines, long first) {
        this.maxLines = maxLines;
        this.maxBytes = Math.max(4L * BLOCK, (long) maxLines * BYTES_PER_LINE);
        this.first = first;
        this.next = first;
    }

    int maxLines() {
        return maxLines;
    }

    /// The number of the oldest line.
    long first() {
        return first;
    }

    /// The number that the next line gets.
    long next() {
        return next;
    }

    /// What it takes, with the six bytes for finding each line.
    long bytes() {
        return bytes + 6 * (next - first);
    }

    void append(byte[] packed, int start, int length) {
        if (blocks.isEmpty() || !blocks.getLast().fits(length)) {
            Block block = new Block(next, Math.max(BLOCK, length));
            blocks.add(block);
            bytes += block.data.length;
        }
        blocks.getLast().append(packed, start, length);
        next++;
    }

    /// Forgets what is too much.
    void trim() {
        trim(maxLines);
    }

    /// Forgets what is far too much. A screen that became narrow has more lines of the same text; they are
    /// not to be lost when it becomes wide again before anything is added.
    void trimToSeveralTimes() {
        trim(4L * maxLines);
    }

    private void trim(long lines) {
        first = Math.max(first, next - lines);
        while (!blocks.isEmpty() && (blocks.getFirst().next() <= first || bytes > maxBytes)) {
            Block oldest = blocks.removeFirst();
            bytes -= oldest.data.length;
            first = Math.max(first, oldest.next());
        }
    }

    /// @param number from [#first] to before [#next]
    Line line(long number) {
        Block block = block(number);
        return new Line(block.data, block.start(number));
    }

    /// The length of a line as it lies there.
    int length(long number) {
        return block(number).length(number);
    }

    /// Forgets the newest line.
    void removeLast() {
        Block last = blocks.getLast();
        last.count--;
        next--;
        if (last.count == 0) {
            blocks.removeLast();
            bytes -= last.data.length;
        }
    }

    void clear() {
        blocks.clear();
        bytes = 0;
        first = next;
    }

    private Block block(long number) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks.get(middle).firstLine <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return blocks.get(low);
    }

    private static final class Block {
        private final long firstLine;
        private final byte[] data;
        private int[] starts = new int[64];
        private char[] lengths = new char[64];
        private int count;
        private int end;

        Block(long firstLine, int size) {
            this.firstLine = firstLine;
            this.data = new byte[size];
        }

        boolean fits(int length) {
            return length <= data.length - end;
        }

        void append(byte[] packed, int from, int length) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                lengths = Arrays.copyOf(lengths, 2 * count);
            }
            System.arraycopy(packed, from, data, end, length);
            starts[count] = end;
            lengths[count++] = (char) length;
            end += length;
        }

        long next() {
            return firstLine + count;
        }

        int start(long number) {
            return starts[(int) (number - firstLine)];
        }

        int length(long number) {
            return lengths[(int) (number - firstLine)];
        }
    }
}
