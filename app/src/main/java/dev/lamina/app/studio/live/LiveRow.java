package dev.lamina.app.studio.live;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.operation.Vital.State;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.vmlaunch.BootFailure;
import java.util.Optional;

/// A component of the running system.
///
/// @param name as people call it; the log and the shell of a container go by it
/// @param failure what went wrong with it, in plain words
record LiveRow(Place place, String name, Vital vital, Optional<BootFailure> failure) {

    /// Whether it has written a log.
    boolean hasLog() {
        return place.lane().section().isPresent();
    }

    /// Whether it is a service that does not run.
    boolean startable() {
        return service() && vital.state() != State.RUNNING && vital.state() != State.STARTING;
    }

    /// Whether it is a service that runs, or will.
    boolean stoppable() {
        return service() && !startable();
    }

    /// Whether it can be entered and restarted.
    boolean service() {
        return place.lane() == Lane.SERVICES;
    }
}
