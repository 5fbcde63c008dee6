package dev.lamina.app.operation;

import dev.lamina.app.operation.Vital.State;
import dev.lamina.vmlaunch.GuestEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How the components of a system are after some events of its init. Names that the composition does not
/// have mean nothing to anybody.
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

    public Vitals {
        components = Map.copyOf(components);
    }

    /// What a component is called here: its section, a blank and its name, e.g. `services web`, `volumes data`.
    public static String key(String section, String name) {
        return section + " " + name;
    }

    public static Vitals of(List<GuestEvent> events) {
        return NONE.after(events);
    }

    /// How one component is.
    public Vital of(String key) {
        return components.getOrDefault(key, Vital.UNKNOWN);
    }

    /// The same, and then all this happened.
    public Vitals after(List<GuestEvent> events) {
        VitalsTally tally = new VitalsTally(this);
        events.forEach(tally::take);
        return tally.vitals();
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
}
