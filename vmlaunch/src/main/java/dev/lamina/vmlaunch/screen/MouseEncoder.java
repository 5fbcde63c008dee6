package dev.lamina.vmlaunch.screen;

import dev.lamina.vmlaunch.screen.Modes.Mouse;
import java.nio.charset.StandardCharsets;

/// What the mouse sends to a guest that has asked for it, as xterm has it.
public final class MouseEncoder {
    // in the old form a place is one byte above 32
    private static final int LAST_OF_OLD_FORM = 223;

    private MouseEncoder() {}

    /// What happens to a button, or with it.
    public enum Action {
        PRESS,
        RELEASE,
        MOVE
    }

    /// The buttons; those of the wheel are only pressed.
    public enum Button {
        LEFT(0),
        MIDDLE(1),
        RIGHT(2),
        NONE(3),
        WHEEL_UP(64),
        WHEEL_DOWN(65);

        private final int code;

        Button(int code) {
            this.code = code;
        }
    }

    /// @param button which is pressed, released, or held while the mouse moves
    /// @param column from 0, on the screen
    /// @param row from 0
    /// @return nothing when the guest does not want to hear of it
    public static byte[] encode(Modes modes, Action action, Button button, int column, int row, Modifiers modifiers) {
        if (!isWanted(modes.mouse(), action, button)) {
            return new byte[0];
        }
        int held = (modifiers.shift() ? 4 : 0) + (modifiers.alt() ? 8 : 0) + (modifiers.control() ? 16 : 0);
        int moved = action == Action.MOVE ? 32 : 0;
        if (modes.mouseSgr()) {
            char last = action == Action.RELEASE ? 'm' : 'M';
            String text = "\033[<%d;%d;%d%c".formatted(button.code + held + moved, column + 1, row + 1, last);
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        int code = action == Action.RELEASE ? Button.NONE.code : button.code;
        return oldForm(code + held + moved, column + 1, row + 1);
    }

    private static boolean isWanted(Mouse mouse, Action action, Button button) {
        return switch (mouse) {
            case OFF -> false;
            case CLICKS -> action != Action.MOVE;
            case DRAGS -> action != Action.MOVE || button != Button.NONE;
            case MOVES -> true;
        };
    }

    private static byte[] oldForm(int code, int column, int row) {
        if (column > LAST_OF_OLD_FORM || row > LAST_OF_OLD_FORM) {
            return new byte[0];
        }
        return new byte[] {0x1b, '[', 'M', (byte) (32 + code), (byte) (32 + column), (byte) (32 + row)};
    }
}
