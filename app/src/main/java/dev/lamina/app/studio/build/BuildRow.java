package dev.lamina.app.studio.build;

import dev.lamina.app.operation.BuildNote;
import dev.lamina.app.operation.BuildNote.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// An earlier build in the list of builds.
///
/// @param note what is remembered of it
/// @param number counted from the oldest that is remembered, from 1
/// @param growth of the image, compared with the one that was built before; empty for the first and for others than
///     done ones
/// @param longest what the bars of all builds are measured by
/// @param largest bytes, likewise
record BuildRow(BuildNote note, int number, OptionalLong growth, Duration longest, long largest) {

    boolean done() {
        return note.outcome() == Outcome.DONE;
    }

    /// How long it took, compared with the one that took longest.
    double timeShare() {
        return longest.isZero() ? 0 : (double) note.took().toMillis() / Math.max(1, longest.toMillis());
    }

    double sizeShare() {
        return largest == 0 ? 0 : (double) note.sizes().stored() / largest;
    }

    /// @param notes the newest first
    static List<BuildRow> of(List<BuildNote> notes) {
        Duration longest =
                notes.stream().map(BuildNote::took).max(Duration::compareTo).orElse(Duration.ZERO);
        long largest =
                notes.stream().mapToLong(note -> note.sizes().stored()).max().orElse(0);
        return IntStream.range(0, notes.size())
                .mapToObj(i -> new BuildRow(notes.get(i), notes.size() - i, growth(notes, i), longest, largest))
                .toList();
    }

    private static OptionalLong growth(List<BuildNote> notes, int index) {
        BuildNote now = notes.get(index);
        if (now.outcome() != Outcome.DONE) {
            return OptionalLong.empty();
        }
        return before(notes, index)
                .map(note -> OptionalLong.of(now.sizes().stored() - note.sizes().stored()))
                .orElse(OptionalLong.empty());
    }

    /// The build that was done before another one.
    static Optional<BuildNote> before(List<BuildNote> notes, int index) {
        return notes.subList(index + 1, notes.size()).stream()
                .filter(note -> note.outcome() == Outcome.DONE)
                .findFirst();
    }
}
