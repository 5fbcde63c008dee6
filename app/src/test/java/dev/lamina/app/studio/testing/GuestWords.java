package dev.lamina.app.studio.testing;

import dev.lamina.vmlaunch.GuestEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What guests tell, for tests.
public final class GuestWords {
    private GuestWords() {}

    /// @param at seconds since the kernel began; the host hears of it half a second later
    /// @param fields names and values in turn
    public static GuestEvent event(double at, String kind, String... fields) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("t", String.valueOf(at));
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return new GuestEvent(kind, Duration.ofMillis(Math.round(at * 1000) + 500), map);
    }

    /// Until the init has begun with containers.
    public static List<GuestEvent> beginning() {
        return List.of(
                event(1.2, "kernel", "release", "6.12.0"),
                event(1.4, "stage", "name", "mounts"),
                event(2.1, "stage", "name", "plans"));
    }

    public static GuestEvent service(double at, String name) {
        return event(at, "start", "section", "services", "id", name, "name", name, "pid", "200", "took", "0.3");
    }

    public static List<GuestEvent> onboot(double at, String name) {
        return List.of(
                event(at, "start", "section", "onboot", "id", "000-" + name, "name", name),
                event(at + 0.4, "exit", "section", "onboot", "name", name, "code", "0", "took", "0.4"));
    }

    public static GuestEvent died(double at, String name, String reason) {
        return event(at, "exit", "section", "services", "name", name, "code", "1", "took", "0.1", "reason", reason);
    }

    public static GuestEvent ready(double at) {
        return event(at, "ready");
    }
}
