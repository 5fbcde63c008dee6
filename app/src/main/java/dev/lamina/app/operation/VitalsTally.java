package dev.lamina.app.operation;

import dev.lamina.app.operation.Vital.State;
import dev.lamina.vmlaunch.GuestEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Works out how components are, event by event. What a guest says is not trusted: names beyond a number
/// are left out, and reasons are cut and made printable. For one thread.
final class VitalsTally {
    private static final int MOST = 10_000;
    private static final int LONGEST_REASON = 500;
    private static final Set<String> SECTIONS = Set.of("onboot", "services", "onshutdown");

    private final Map<String, Vital> components;
    private boolean ready;
    private boolean ending;

    VitalsTally(Vitals before) {
        this.components = new HashMap<>(before.components());
        this.ready = before.ready();
        this.ending = before.ending();
    }

    Vitals vitals() {
        return new Vitals(components, ready, ending);
    }

    void take(GuestEvent event) {
        switch (event.kind()) {
            case "kernel" -> {
                begin(false);
                put(Vitals.KERNEL, State.RUNNING, "");
                put(Vitals.INIT, State.STARTING, "");
            }
            case "stage" -> stage(event.field("name").orElse(""));
            case "volume" -> volume(event);
            case "waiting" -> component(event, State.STARTING, "waits for " + word(event, "for"));
            case "start" -> started(event);
            case "exit" -> exited(event);
            case "failed" -> component(event, State.FAILED, word(event, "reason"));
            case "restart" -> restarting(event);
            case "ready" -> ready = true;
            case "shutdown" -> ending = true;
            case "off" -> begin(true);
            default -> {} // of others nothing follows
        }
    }

    private void begin(boolean off) {
        components.clear();
        ready = false;
        ending = off;
    }

    private void stage(String name) {
        switch (name) {
            case "mounts" -> put(Vitals.FILES, State.RUNNING, "");
            case "plans" -> put(Vitals.INIT, State.RUNNING, "");
            default -> {}
        }
    }

    private void volume(GuestEvent event) {
        boolean mounted = word(event, "ok").equals("true");
        put(
                Vitals.key("volumes", word(event, "name")),
                mounted ? State.RUNNING : State.FAILED,
                mounted ? "" : word(event, "reason"));
    }

    /// What runs once has begun; a service exists.
    private void started(GuestEvent event) {
        boolean service = word(event, "section").equals("services");
        component(event, service ? State.RUNNING : State.STARTING, "");
    }

    private void exited(GuestEvent event) {
        boolean service = word(event, "section").equals("services");
        if (word(event, "asked").equals("true")) {
            component(event, State.STOPPED, "");
        } else if (word(event, "code").equals("0")) {
            component(event, service ? State.STOPPED : State.DONE, "");
        } else {
            String reason = word(event, "reason");
            component(event, State.FAILED, reason.isEmpty() ? "exit code " + word(event, "code") : reason);
        }
    }

    /// The reason of the last end stays: it is why it is started again.
    private void restarting(GuestEvent event) {
        String key = Vitals.key(word(event, "section"), word(event, "name"));
        Vital before = components.getOrDefault(key, Vital.UNKNOWN);
        component(event, before.failed() ? State.FAILED : State.STARTING, before.reason());
    }

    private void component(GuestEvent event, State state, String reason) {
        String section = word(event, "section");
        if (SECTIONS.contains(section)) {
            put(Vitals.key(section, word(event, "name")), state, reason);
        }
    }

    private void put(String key, State state, String reason) {
        if (components.size() < MOST || components.containsKey(key)) {
            components.put(key, new Vital(state, printable(reason)));
        }
    }

    private static String word(GuestEvent event, String field) {
        return Optional.ofNullable(event.fields().get(field)).orElse("");
    }

    private static String printable(String text) {
        String cut = text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
        return cut.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
