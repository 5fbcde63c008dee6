package dev.lamina.vmlaunch.screen;

/// What the guest has asked for that concerns the keyboard, the mouse and the frame around the screen.
/// @param applicationCursorKeys arrows send `ESC O A` in place of `ESC [ A`
/// @param applicationKeypad the keypad sends its own sequences
/// @param newLine Enter sends CR LF, and LF also returns to the first column
/// @param bracketedPaste pasted text goes between marks, so that a shell does not run it line by line
/// @param mouse which movements the guest wants to hear of
/// @param mouseSgr in which form: that of xterm's mode 1006, or the old one with single bytes
/// @param alternateScreen a full-screen program has the screen; it has no scrollback
/// @param reverse the whole screen with foreground and background swapped
/// @param title what the guest calls its window: at most 256 printable characters, "" when it said nothing.
///        It is the guest's word and only for showing beside others' names
public record Modes(
        boolean applicationCursorKeys,
        boolean applicationKeypad,
        boolean newLine,
        boolean bracketedPaste,
        Mouse mouse,
        boolean mouseSgr,
        boolean alternateScreen,
        boolean reverse,
        String title) {
    /// What holds when a terminal is switched on.
    public static final Modes INITIAL = new Modes(false, false, false, false, Mouse.OFF, false, false, false, "");

    /// What the guest wants to hear of the mouse: xterm's modes 1000, 1002 and 1003.
    public enum Mouse {
        OFF,
        CLICKS,
        DRAGS,
        MOVES
    }
}
