package dev.lamina.vmlaunch.screen;

import dev.lamina.vmlaunch.screen.Cursor.Shape;
import dev.lamina.vmlaunch.screen.Modes.Mouse;

/// Everything of a terminal that is on or off, or one of a few.
final class Switches {
    // what concerns the screen
    boolean insert;
    boolean origin;
    boolean autowrap;
    boolean newLine;
    boolean reverse;
    boolean cursorVisible;
    boolean cursorBlinking;
    Shape cursorShape = Shape.BLOCK;

    // what concerns the keyboard and the mouse
    private boolean applicationCursorKeys;
    private boolean applicationKeypad;
    private boolean bracketedPaste;
    private boolean mouseSgr;
    private Mouse mouse = Mouse.OFF;

    private String title = "";

    Switches() {
        reset();
    }

    /// As after switching on; the title stays, as it does in xterm.
    void reset() {
        soften();
        newLine = false;
        reverse = false;
        bracketedPaste = false;
        mouseSgr = false;
        mouse = Mouse.OFF;
        cursorBlinking = false;
        cursorShape = Shape.BLOCK;
    }

    /// The smaller reset, DECSTR.
    void soften() {
        insert = false;
        origin = false;
        autowrap = true;
        cursorVisible = true;
        applicationCursorKeys = false;
        applicationKeypad = false;
    }

    /// Those modes of ECMA-48 that are known here.
    void ansi(int mode, boolean on) {
        switch (mode) {
            case 4 -> insert = on;
            case 20 -> newLine = on;
            default -> {}
        }
    }

    /// DEC's and xterm's modes that have no effect of their own.
    void dec(int mode, boolean on) {
        switch (mode) {
            case 1 -> applicationCursorKeys = on;
            case 5 -> reverse = on;
            case 7 -> autowrap = on;
            case 12 -> cursorBlinking = on;
            case 25 -> cursorVisible = on;
            case 66 -> applicationKeypad = on;
            case 1000 -> mouse = on ? Mouse.CLICKS : Mouse.OFF;
            case 1002 -> mouse = on ? Mouse.DRAGS : Mouse.OFF;
            case 1003 -> mouse = on ? Mouse.MOVES : Mouse.OFF;
            case 1006 -> mouseSgr = on;
            case 2004 -> bracketedPaste = on;
            default -> {}
        }
    }

    void keypad(boolean application) {
        applicationKeypad = application;
    }

    /// DECSCUSR.
    void cursorStyle(int style) {
        if (style <= 6) {
            cursorBlinking = style == 0 || style % 2 == 1;
            cursorShape = style <= 2 ? Shape.BLOCK : style <= 4 ? Shape.UNDERLINE : Shape.BAR;
        }
    }

    void title(String text) {
        title = text;
    }

    Modes modes(boolean alternateScreen) {
        return new Modes(
                applicationCursorKeys,
                applicationKeypad,
                newLine,
                bracketedPaste,
                mouse,
                mouseSgr,
                alternateScreen,
                reverse,
                title);
    }
}
