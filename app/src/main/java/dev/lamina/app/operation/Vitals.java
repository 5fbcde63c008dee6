package dev.lamina.app.operation;

import dev.lamina.app.operation.Vital.State;
import dev.lamina.vmlaunch.GuestEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How the components of a system are after some events of its init. What a guest says is not trusted: names beyond a
/// number are left out, and names that the composition does not have mean nothing to anybody.
///
/// @param components by [#key]
/// @param ready everything that starts at boot has started, or failed to
/// @param ending the system goes down
public record Vitals(Map<String, Vital> components, boolean ready, boolean ending) {
    public static final Vitals NONE = new Vitals(Map.of(), false, false);

    /// The key of the kernel, of the init and of the files.
    public static final String KERNEL = "kernel";

    public static final String INIT = "init";
    public static final String FILES = "files";

    private static final int MOST = 10_000;
    private static final Set<String> SECTIONS = Set.of("onboot", "services", "onshutdown");

    public Vitals {
        components = Map.copyOf(components);
    }

    /// What a component is called here: its section, a blank and its name, e.g. `services web`, `volumes data`.
    public static String key(String section, String name) {
        return section + " " + name;
    }

    public static Vitals of(List<GuestEvent> events) {
        Vitals vitals = NONE;
        for (GuestEvent event : events) {
            vitals = vitals.after(event);
        }
        return vitals;
    }

    /// How one component is.
    public Vital of(String key) {
        return components.getOrDefault(key, Vital.UNKNOWN);
    }

    /// The same, and then this happened.
    public Vitals after(GuestEvent event) {
        return switch (event.kind()) {
            case "kernel" -> NONE.with(KERNEL, State.RUNNING, "").with(INIT, State.STARTING, "");
            case "stage" -> stage(event.field("name").orElse(""));
            case "volume" -> volume(event);
            case "waiting" -> component(event, State.STARTING, "waits for " + word(event, "for"));
            case "waited" -> this;
            case "start" -> started(event);
            case "exit" -> exited(event);
            case "failed" -> component(event, State.FAILED, word(event, "reason"));
            case "restart" -> restarting(event);
            case "ready" -> new Vitals(components, true, ending);
            case "shutdown" -> new Vitals(components, ready, true);
            case "off" -> new Vitals(Map.of(), false, true);
            default -> this;
        };
    }

    /// The same after the machine has ended without being asked: nothing runs any more, and what failed still says why.
    public Vitals ended() {
        Map<String, Vital> last = new HashMap<>();
        components.forEach((key, vital) -> {
            if (vital.failed() || vital.state() == State.DONE) {
                last.put(key, vital);
            } else if (vital.state() == State.RUNNING) {
                last.put(key, new Vital(State.STOPPED, ""));
            }
        });
        return new Vitals(last, false, false);
    }

    private Vitals stage(String name) {
        return switch (name) {
            case "mounts" -> with(FILES, State.RUNNING, "");
            case "plans" -> with(INIT, State.RUNNING, "");
            default -> this;
        };
    }

    private Vitals volume(GuestEvent event) {
        boolean mounted = word(event, "ok").equals("true");
        return with(
                key("volumes", word(event, "name")),
                mounted ? State.RUNNING : State.FAILED,
                mounted ? "" : word(event, "reason"));
    }

    /// What runs once has begun; a service exists.
    private Vitals started(GuestEvent event) {
        boolean service = word(event, "section").equals("services");
        return component(event, service ? State.RUNNING : State.STARTING, "");
    }

    private Vitals exited(GuestEvent event) {
        boolean service = word(event, "section").equals("services");
        if (word(event, "asked").equals("true")) {
            return component(event, State.STOPPED, "");
        }
        if (word(event, "code").equals("0")) {
            return component(event, service ? State.STOPPED : State.DONE, "");
        }
        String reason = word(event, "reason");
        return component(event, State.FAILED, reason.isEmpty() ? "exit code " + word(event, "code") : reason);
    }

    /// The reason of the last end stays: it is why it is started again.
    private Vitals restarting(GuestEvent event) {
        Vital before = of(key(word(event, "section"), word(event, "name")));
        return component(event, before.failed() ? State.FAILED : State.STARTING, before.reason());
    }

    private Vitals component(GuestEvent event, State state, String reason) {
        String section = word(event, "section");
        return SECTIONS.contains(section) ? with(key(section, word(event, "name")), state, reason) : this;
    }

    private Vitals with(String key, State state, String reason) {
        if (components.size() >= MOST && !components.containsKey(key)) {
            return this;
        }
        Map<String, Vital> now = new HashMap<>(components);
        now.put(key, new Vital(state, printable(reason)));
        return new Vitals(now, ready, ending);
    }

    private static String word(GuestEvent event, String field) {
        return Optional.ofNullable(event.fields().get(field)).orElse("");
    }

    private static String printable(String text) {
        String cut = text.length() > 500 ? text.substring(0, 500) : text;
        return cut.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
