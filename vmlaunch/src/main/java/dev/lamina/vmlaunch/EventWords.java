package dev.lamina.vmlaunch;

import java.util.Optional;

/// What an event says of a failure, in words that the table of signatures knows.
///
/// @param component e.g. `service web`
record EventWords(String component, String text) {
    /// The delay doubles while a service keeps ending soon: 1, 2, 4 s.
    private static final int LOOPING = 4;

    static Optional<EventWords> of(GuestEvent event) {
        return switch (event.kind()) {
            case "failed" -> Optional.of(of(event, field(event, "reason")));
            case "exit" -> isFailure(event) ? Optional.of(of(event, field(event, "reason"))) : Optional.empty();
            case "restart" ->
                isLoop(event)
                        ? Optional.of(of(event, "is started again after " + field(event, "delay") + " s"))
                        : Optional.empty();
            case "waited" ->
                isFalse(event)
                        ? Optional.of(of(event, "starts without what it waited for: " + field(event, "for")))
                        : Optional.empty();
            case "volume" -> isFalse(event) ? Optional.of(ofVolume(event)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static EventWords of(GuestEvent event, String text) {
        String section = field(event, "section");
        return new EventWords((section.equals("services") ? "service" : section) + " " + field(event, "name"), text);
    }

    private static EventWords ofVolume(GuestEvent event) {
        String name = field(event, "name");
        return new EventWords("volume " + name, "volume " + name + ": " + field(event, "reason"));
    }

    private static boolean isFailure(GuestEvent event) {
        return !field(event, "code").equals("0") && !field(event, "asked").equals("true");
    }

    private static boolean isFalse(GuestEvent event) {
        return field(event, "ok").equals("false");
    }

    private static boolean isLoop(GuestEvent event) {
        try {
            return Integer.parseInt(field(event, "delay")) >= LOOPING;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// The guest may say anything.
    private static String field(GuestEvent event, String name) {
        return ConsoleText.line(event.field(name).orElse(""));
    }
}
