package dev.lamina.app.studio.build;

import java.time.Duration;
import java.util.Optional;

/// One step of a build, as a line shows it.
///
/// @param title of an image, components or a format
/// @param note what there is to do, or what is being done; may be empty
/// @param bytes that it handles, or that were made before; 0 when nobody knows
/// @param fraction between 0 and 1 while it runs; negative when nobody knows
/// @param took how long; empty as long as it has not begun, and for what had been done before
record StepRow(
        Kind kind, String title, String note, State state, long bytes, double fraction, Optional<Duration> took) {

    enum Kind {
        IMAGE,
        SEGMENT,
        FORMAT
    }

    enum State {
        /// Done by an earlier build.
        CACHED,
        /// To be fetched.
        FETCH,
        /// To be made here.
        MAKE,
        RUNNING,
        DONE,
        FAILED,
        /// Begun and not ended, or not even begun, as the build did not end either.
        STOPPED
    }
}
