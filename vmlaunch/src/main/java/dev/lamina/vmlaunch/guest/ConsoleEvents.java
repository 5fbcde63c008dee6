package dev.lamina.vmlaunch.guest;

import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.GuestEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Finds the guest's events among what it prints, where the hypervisor has no port for them: the guest,
/// told so by [#CMDLINE], marks these lines (`docs/guest-channel.md`). The console itself stays as it is.
///
/// The mark may stand behind other text, such as a prompt. Whoever can print in the guest can print a mark,
/// so these events are worth no more than those of the port. A line that is too long, or no event behind
/// its mark, is skipped.
public final class ConsoleEvents implements Console.Listener {
    /// For the kernel's command line.
    public static final String CMDLINE = "lamina.events=console";

    private static final String MARK = "lamina.event ";
    /// Of an event, and some text before it.
    private static final int MAX_LINE = 17 * 1024;

    private final Supplier<Duration> clock;
    private final Consumer<GuestEvent> consumer;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private boolean tooLong;

    /// @param clock time since the start of the machine
    public ConsoleEvents(Supplier<Duration> clock, Consumer<GuestEvent> consumer) {
        this.clock = clock;
        this.consumer = consumer;
    }

    @Override
    public void received(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                endLine();
            } else if (line.size() < MAX_LINE) {
                line.write(bytes[i]);
            } else {
                tooLong = true;
            }
        }
    }

    private void endLine() {
        if (!tooLong) {
            event(line.toString(StandardCharsets.UTF_8)).ifPresent(consumer);
        }
        tooLong = false;
        line.reset();
    }

    private Optional<GuestEvent> event(String text) {
        int mark = text.indexOf(MARK + "{");
        return mark < 0 ? Optional.empty() : GuestEvents.parse(text.substring(mark + MARK.length()), clock.get());
    }
}
