package dev.lamina.app.studio.base;

import javafx.event.Event;
import javafx.event.EventType;

/// Somebody wants to read what is at an address. The window that the node is in knows how.
public final class BrowseEvent extends Event {
    private static final long serialVersionUID = 1;

    public static final EventType<BrowseEvent> ANY = new EventType<>(Event.ANY, "BROWSE");

    /// To see it in a browser.
    public static final EventType<BrowseEvent> OPEN = new EventType<>(ANY, "BROWSE_OPEN");

    /// To have the address on the clipboard.
    public static final EventType<BrowseEvent> COPY = new EventType<>(ANY, "BROWSE_COPY");

    private final String address;

    public BrowseEvent(EventType<BrowseEvent> type, String address) {
        super(type);
        this.address = address;
    }

    public String address() {
        return address;
    }
}
