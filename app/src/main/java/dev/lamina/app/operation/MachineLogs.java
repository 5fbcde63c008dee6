package dev.lamina.app.operation;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.FollowedFile;
import dev.lamina.vmlaunch.GuestControl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What machines have shown on their consoles, and what their components have printed.
public final class MachineLogs {
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Machines machines;

    public MachineLogs(Machines machines) {
        this.machines = machines;
    }

    /// What is to be read.
    ///
    /// @param runs the machine has not ended
    /// @param component empty for the console
    public record Source(String machine, boolean runs, Optional<String> component) {}

    /// @param words a machine, then a component; with one word the machine of that name, or else the component of the
    ///     only machine; with none the only machine
    /// @throws InputException there is no such machine
    public Source find(List<String> words) throws IOException {
        if (words.size() == 2) {
            return new Source(machines.find(Optional.of(words.getFirst())).name(), true, Optional.of(words.getLast()));
        }
        if (words.isEmpty()) {
            return new Source(machines.find(Optional.empty()).name(), true, Optional.empty());
        }
        String word = words.getFirst();
        List<String> running =
                machines.list().stream().map(Machines.Running::name).toList();
        if (running.contains(word) || machines.lastLog(word).isPresent()) {
            return new Source(word, running.contains(word), Optional.empty());
        }
        if (running.size() == 1) {
            return new Source(running.getFirst(), true, Optional.of(word));
        }
        throw new InputException("there is no machine " + word, "'lamina ps' lists those that run");
    }

    /// Copies it, and with `follow` what is added until the machine ends.
    public void copy(Source source, boolean follow, OutputStream out) throws IOException, InterruptedException {
        if (source.component().isEmpty()) {
            console(source, follow, out);
            return;
        }
        try (Machines.Held held = machines.attach(Optional.of(source.machine()))) {
            component(held, source.component().get(), follow, out);
        }
    }

    private void console(Source source, boolean follow, OutputStream out) throws IOException {
        Path file = machines.lastLog(source.machine())
                .orElseThrow(() -> new InputException("the console of " + source.machine() + " has no log", null));
        Pulse pulse = new Pulse(() -> runs(source.machine()), AGAIN);
        try (InputStream log =
                new FollowedFile(file, Long.MAX_VALUE, () -> follow && source.runs() && pulse.getAsBoolean())) {
            log.transferTo(out);
            out.flush();
        }
    }

    private boolean runs(String machine) {
        try {
            return machines.list().stream().anyMatch(running -> running.name().equals(machine));
        } catch (IOException e) {
            return false;
        }
    }

    private void component(Machines.Held held, String component, boolean follow, OutputStream out)
            throws IOException, InterruptedException {
        GuestControl guest = held.guest();
        GrowingText text = new GrowingText();
        out.write(text.news(guest.logs(component, ANSWER)).getBytes(StandardCharsets.UTF_8));
        out.flush();
        while (follow && !new CountDownLatch(1).await(AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
            try {
                out.write(text.news(guest.logs(component, ANSWER)).getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (LaminaException e) {
                if (runs(held.machine().name())) {
                    throw e;
                }
                return;
            }
        }
    }
}
