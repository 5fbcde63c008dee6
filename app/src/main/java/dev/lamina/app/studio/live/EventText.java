package dev.lamina.app.studio.live;

import static dev.lamina.app.studio.live.LiveWords.TEXTS;

import dev.lamina.vmlaunch.GuestEvent;

/// Events of a guest in plain words.
final class EventText {
    private EventText() {}

    static String of(GuestEvent event) {
        String time = Times.words(event.received());
        String name = Printable.of(event.field("name").orElse(""));
        String key = "event." + event.kind();
        return TEXTS.get(
                "event.at", time, TEXTS.has(key) ? TEXTS.get(key, name, kind(event)) : Printable.of(event.kind()));
    }

    private static String kind(GuestEvent event) {
        String key = "lane." + event.field("section").orElse("");
        return TEXTS.has(key) ? TEXTS.get(key) : "";
    }
}
