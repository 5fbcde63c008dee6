package dev.lamina.vmlaunch.screen;

/// The keys that send no character of their own, named as on a PC's keyboard.
public enum Key {
    UP,
    DOWN,
    RIGHT,
    LEFT,
    HOME,
    END,
    PAGE_UP,
    PAGE_DOWN,
    INSERT,
    DELETE,
    ENTER,
    BACKSPACE,
    TAB,
    ESCAPE,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12
}
