package dev.lamina.model.expect;

import dev.lamina.model.expect.Expectation.OfMachine;
import dev.lamina.model.value.ByteSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a system is to do when it boots: what is to be so, one after the other. It says what is
/// expected and not how to find out.
///
/// @param timeout for all of it, from the start of the machine
/// @param memory of the machine, when it is to do with another amount than usual
public record BootTest(Optional<Duration> timeout, Optional<ByteSize> memory, List<Step> steps) {
    public static final BootTest NONE = new BootTest(Optional.empty(), Optional.empty(), List.of());

    public BootTest {
        steps = List.copyOf(steps);
    }

    /// @param within how long it may take to come true, once its turn has come; empty for all the time that is left
    public record Step(OfMachine expectation, Optional<Duration> within) {

        /// As what is to be so, e.g. `the console shows "login:" within 5 s`.
        public String words() {
            return expectation.words()
                    + within.map(time -> " within " + seconds(time)).orElse("");
        }

        private static String seconds(Duration time) {
            long millis = time.toMillis();
            return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
        }
    }
}
