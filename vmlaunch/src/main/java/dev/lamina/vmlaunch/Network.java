package dev.lamina.vmlaunch;

import dev.lamina.model.problem.InputException;

/// What the machine's network card is plugged into.
public sealed interface Network {

    /// A private network that QEMU translates to the host's: outgoing connections and published ports. Needs no rights.
    record User() implements Network {}

    /// No card at all.
    record None() implements Network {}

    /// A TAP device that exists and that this user may open.
    record Tap(String device) implements Network {}

    /// A bridge of the host, which QEMU's helper adds the machine to.
    record Bridge(String name) implements Network {}

    /// Reads LinuxKit's words: `default`, `user`, `none`, `tap,DEVICE` and `bridge,NAME`.
    static Network parse(String text) {
        int comma = text.indexOf(',');
        String word = comma < 0 ? text : text.substring(0, comma);
        String device = comma < 0 ? "" : text.substring(comma + 1);
        return switch (word) {
            case "tap" -> new Tap(device(text, device));
            case "bridge" -> new Bridge(device(text, device));
            default -> without(text);
        };
    }

    private static Network without(String text) {
        return switch (text) {
            case "default", "user" -> new User();
            case "none" -> new None();
            default -> throw malformed(text);
        };
    }

    /// Interfaces of Linux have at most 15 letters, and a comma would be QEMU's.
    private static String device(String text, String name) {
        if (!name.matches("[A-Za-z0-9_.:-]{1,15}")) {
            throw malformed(text);
        }
        return name;
    }

    private static InputException malformed(String text) {
        return new InputException(
                "'" + text + "' is not a network for a machine",
                "write user, none, tap,DEVICE or bridge,NAME, for example bridge,br0");
    }
}
