package dev.lamina.vmlaunch.screen;

/// A control sequence (`ESC [ … letter`): its parameters and what tells it from others. One object is used
/// for all of them; it holds at most 32 parameters of at most [#MOST], further ones are dropped.
final class Sequence {
    static final int MOST = 65_535;
    private static final int PARAMETERS = 32;
    private static final int ABSENT = -1;

    private final int[] values = new int[PARAMETERS];
    private int parts;
    private int count;
    private int current;
    private boolean currentIsPart;
    private int prefix;
    private int intermediate;
    private int last;

    void begin() {
        count = 0;
        parts = 0;
        current = ABSENT;
        currentIsPart = false;
        prefix = 0;
        intermediate = 0;
        last = 0;
    }

    /// Whether nothing has been taken yet.
    boolean fresh() {
        return count == 0 && current == ABSENT && prefix == 0;
    }

    void prefix(int character) {
        prefix = character;
    }

    void digit(int digit) {
        current = Math.min(MOST, (current == ABSENT ? 0 : current) * 10 + digit);
    }

    /// Ends a parameter.
    /// @param part whether the next one only details this one: `:` in place of `;`
    void separator(boolean part) {
        push();
        currentIsPart = part;
    }

    void intermediate(int character) {
        intermediate = intermediate == 0 ? character : '?';
    }

    void end(int letter) {
        push();
        last = letter;
    }

    private void push() {
        if (count < PARAMETERS) {
            values[count] = current;
            parts |= currentIsPart ? 1 << count : 0;
            count++;
        }
        current = ABSENT;
    }

    /// `?`, `>`, `=`, `<` or 0.
    int prefix() {
        return prefix;
    }

    /// The character before the letter or 0; `?` for more than one, which no sequence here has.
    int intermediate() {
        return intermediate;
    }

    int last() {
        return last;
    }

    /// How many parameters there are; at least one, which may be absent.
    int count() {
        return count;
    }

    /// @return the parameter; 0 when it is absent
    int value(int index) {
        return index < count && values[index] != ABSENT ? values[index] : 0;
    }

    /// @return the parameter; 1 when it is absent or 0, as all movements have it
    int atLeastOne(int index) {
        return Math.max(1, value(index));
    }

    /// Whether the parameter details the one before.
    boolean part(int index) {
        return index < count && (parts >>> index & 1) != 0;
    }
}
