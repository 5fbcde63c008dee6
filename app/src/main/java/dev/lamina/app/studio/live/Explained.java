package dev.lamina.app.studio.live;

import dev.lamina.app.operation.Vitals;
import dev.lamina.app.studio.session.Live;
import dev.lamina.vmlaunch.BootExplainer;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.GuestEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What went wrong with which component, as far as the guest has told.
final class Explained {
    private static final Map<String, String> SECTIONS =
            Map.of("service", "services", "onboot", "onboot", "onshutdown", "onshutdown", "volume", "volumes");

    private final Live live;
    private BootExplainer explainer = new BootExplainer();
    private long seen;

    Explained(Live live) {
        this.live = live;
    }

    /// By the keys of [Vitals]. Looks only at what has come since the last call.
    Map<String, BootFailure> byComponent() {
        List<GuestEvent> events = live.events();
        if (live.told() < seen) {
            explainer = new BootExplainer();
            seen = 0;
        }
        int fresh = (int) Math.min(live.told() - seen, events.size());
        events.subList(events.size() - fresh, events.size()).forEach(explainer::event);
        seen = live.told();
        Map<String, BootFailure> found = new HashMap<>();
        live.failures().get().forEach(failure -> put(found, failure));
        explainer.failures().forEach(failure -> put(found, failure));
        return found;
    }

    private static void put(Map<String, BootFailure> found, BootFailure failure) {
        failure.component().flatMap(Explained::key).ifPresent(key -> found.putIfAbsent(key, failure));
    }

    /// The key of what the explainer calls e.g. `service web`.
    static Optional<String> key(String component) {
        String[] words = component.split(" ", 2);
        if (words.length == 2) {
            return Optional.ofNullable(SECTIONS.get(words[0])).map(section -> Vitals.key(section, words[1]));
        }
        return switch (component) {
            case "kernel", "initrd" -> Optional.of(Vitals.KERNEL);
            case "init" -> Optional.of(Vitals.INIT);
            default -> Optional.empty();
        };
    }
}
