package dev.lamina.app.doctor;

import java.util.Locale;

/// What checks are about, in the order in which people read them.
public enum Group {
    COMPUTER("This computer"),
    RUNNING("Running systems"),
    BUILDING("Building and keeping"),
    GUESTS("Other kinds of systems"),
    NETWORK("Network"),
    WINDOW("The window");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
