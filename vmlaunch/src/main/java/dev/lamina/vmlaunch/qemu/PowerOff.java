package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControlException;
import java.time.Duration;

/// How a guest of QEMU is asked to power off: by the control channel when an agent answers there, and otherwise by
/// the power button. A guest that is still starting may not hear its button yet, but the control channel keeps what
/// it is told.
final class PowerOff {
    /// How long a guest that has said nothing so far may take to show that it listens.
    private static final Duration FIRST_WORD = Duration.ofSeconds(2);

    private PowerOff() {}

    /// Whether the guest's agent has accepted; the button is for guests that do not listen.
    static boolean isAccepted(GuestControl control, Duration grace) {
        try {
            boolean listens = control.awaitReady(grace.compareTo(FIRST_WORD) < 0 ? grace : FIRST_WORD);
            if (listens) {
                control.powerOff(grace);
            }
            return listens;
        } catch (GuestControlException e) {
            return false;
        }
    }
}
