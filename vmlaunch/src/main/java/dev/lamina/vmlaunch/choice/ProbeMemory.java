package dev.lamina.vmlaunch.choice;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What the hypervisors answered a moment ago, so that nobody waits for programs to tell their version again and
/// again. Whoever installs what was missing is not kept waiting either: a "no" is soon asked again.
public final class ProbeMemory {
    private static final Duration YES = Duration.ofMinutes(1);
    private static final Duration NO = Duration.ofSeconds(3);

    private final LongSupplier nanos;
    private final Map<Question, Kept> kept = new ConcurrentHashMap<>();

    /// @param of the hypervisor, and where the user says that it is
    record Question(String of, Arch guest) {}

    private record Kept(Availability answer, long at) {}

    public ProbeMemory() {
        this(System::nanoTime);
    }

    ProbeMemory(LongSupplier nanos) {
        this.nanos = nanos;
    }

    Availability answer(Question question, Supplier<Availability> probe) {
        Kept before = kept.get(question);
        if (before != null
                && nanos.getAsLong() - before.at < patience(before.answer).toNanos()) {
            return before.answer;
        }
        Availability answer = probe.get();
        kept.put(question, new Kept(answer, nanos.getAsLong()));
        return answer;
    }

    private static Duration patience(Availability answer) {
        return answer.usable() ? YES : NO;
    }

    /// All are asked again.
    public void forget() {
        kept.clear();
    }
}
