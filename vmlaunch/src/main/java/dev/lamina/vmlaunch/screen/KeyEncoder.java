package dev.lamina.vmlaunch.screen;

import java.nio.charset.StandardCharsets;

/// What keys, text and pasted text send to the guest, as xterm has it.
public final class KeyEncoder {
    private static final String ESC = "\033";
    private static final String PASTE_BEGINS = ESC + "[200~";
    private static final String PASTE_ENDS = ESC + "[201~";

    private KeyEncoder() {}

    /// @return the bytes of a key
    public static byte[] key(Modes modes, Key key, Modifiers modifiers) {
        return bytes(
                switch (key) {
                    case UP -> cursor('A', modes, modifiers);
                    case DOWN -> cursor('B', modes, modifiers);
                    case RIGHT -> cursor('C', modes, modifiers);
                    case LEFT -> cursor('D', modes, modifiers);
                    case HOME -> cursor('H', modes, modifiers);
                    case END -> cursor('F', modes, modifiers);
                    case INSERT -> numbered(2, modifiers);
                    case DELETE -> numbered(3, modifiers);
                    case PAGE_UP -> numbered(5, modifiers);
                    case PAGE_DOWN -> numbered(6, modifiers);
                    case ENTER -> withAlt(modes.newLine() ? "\r\n" : "\r", modifiers);
                    case BACKSPACE -> withAlt(modifiers.control() ? "\b" : "\177", modifiers);
                    case TAB -> modifiers.shift() ? ESC + "[Z" : withAlt("\t", modifiers);
                    case ESCAPE -> withAlt(ESC, modifiers);
                    case F1, F2, F3, F4 -> function(key, modifiers);
                    case F5 -> numbered(15, modifiers);
                    case F6, F7, F8, F9, F10 -> numbered(17 + key.ordinal() - Key.F6.ordinal(), modifiers);
                    case F11, F12 -> numbered(23 + key.ordinal() - Key.F11.ordinal(), modifiers);
                });
    }

    /// Typed text: with Alt it follows an ESC, with Control its letters become control characters.
    /// @param text what the keyboard's layout makes of the keys, without regard to Control
    /// @return nothing when Control has no meaning with this text
    public static byte[] text(String text, Modifiers modifiers) {
        if (!modifiers.control()) {
            return bytes(withAlt(text, modifiers));
        }
        int control = text.length() == 1 ? control(text.charAt(0)) : -1;
        return control < 0 ? new byte[0] : bytes(withAlt(Character.toString(control), modifiers));
    }

    /// Pasted text. Control characters other than tabs and ends of lines are taken out, so that it can
    /// neither end the bracket early nor do what nobody sees.
    public static byte[] paste(Modes modes, String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\r")
                .replace('\n', '\r')
                .codePoints()
                .filter(KeyEncoder::pasted)
                .forEach(clean::appendCodePoint);
        return bytes(modes.bracketedPaste() ? PASTE_BEGINS + clean + PASTE_ENDS : clean.toString());
    }

    private static boolean pasted(int character) {
        return character == '\t' || character == '\r' || !Character.isISOControl(character);
    }

    private static int control(char character) {
        return switch (character) {
            case ' ', '2', '@' -> 0;
            case '3' -> 0x1b;
            case '4' -> 0x1c;
            case '5' -> 0x1d;
            case '6', '^' -> 0x1e;
            case '7', '/', '-' -> 0x1f;
            case '8', '?' -> 0x7f;
            default -> {
                char upper = Character.toUpperCase(character);
                yield upper >= 'A' && upper <= '_' ? upper & 0x1f : -1;
            }
        };
    }

    private static String cursor(char letter, Modes modes, Modifiers modifiers) {
        if (modifiers.number() == 1) {
            return ESC + (modes.applicationCursorKeys() ? "O" : "[") + letter;
        }
        return ESC + "[1;" + modifiers.number() + letter;
    }

    private static String function(Key key, Modifiers modifiers) {
        char letter = (char) ('P' + key.ordinal() - Key.F1.ordinal());
        return modifiers.number() == 1 ? ESC + "O" + letter : ESC + "[1;" + modifiers.number() + letter;
    }

    private static String numbered(int number, Modifiers modifiers) {
        return ESC + "[" + number + (modifiers.number() == 1 ? "" : ";" + modifiers.number()) + "~";
    }

    private static String withAlt(String text, Modifiers modifiers) {
        return modifiers.alt() ? ESC + text : text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
