package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.guest.GuestEvents;
import dev.lamina.vmlaunch.guest.LineGuestControl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the guest tells through its port, and all of it again when the guest is another one than a moment
/// ago.
final class GuestTelling {
    private static final Duration RETELLING = Duration.ofSeconds(20);

    private final InputStream port;
    private final LineGuestControl control;
    private final Supplier<Duration> age;
    private final Consumer<VmEvent> listener;
    private volatile boolean tells;

    /// @param age of the machine
    GuestTelling(InputStream port, LineGuestControl control, Supplier<Duration> age, Consumer<VmEvent> listener) {
        this.port = port;
        this.control = control;
        this.age = age;
        this.listener = listener;
    }

    void begin() {
        Pump.start("guest-events", () -> read(port));
    }

    private void read(InputStream lines) throws IOException {
        new GuestEvents(lines, age).forEach(event -> {
            tells = true;
            listener.accept(new VmEvent.Guest(event));
        });
    }

    /// A snapshot was brought back: what was told since has not happened.
    void setBack() {
        control.startAfresh();
        if (tells) {
            listener.accept(new VmEvent.Reset());
            Pump.start(
                    "guest-retells",
                    () -> read(
                            new ByteArrayInputStream(control.events(RETELLING).getBytes(StandardCharsets.UTF_8))));
        }
    }
}
