package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Background;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// Brings a text into an area, slice by slice, so that the window answers between two of them. Until all is there the
/// area has the beginning of the text.
final class Filling {
    /// How many characters come at once: about 10 ms of work.
    static final int SLICE = 100_000;

    private final YamlArea area;
    private final Supplier<String> text;
    private final Background background;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(1);
    private final BooleanBinding working = progress.lessThan(1);
    private Optional<Wish> wish = Optional.empty();

    /// Something to be done as soon as the area has so many characters.
    private record Wish(int length, Runnable task) {}

    /// @param text what the area is to have
    Filling(YamlArea area, Supplier<String> text, Background background) {
        this.area = area;
        this.text = text;
        this.background = background;
    }

    /// How much of the text is there: from 0 to 1.
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// Whether there is more to come.
    BooleanBinding working() {
        return working;
    }

    /// The text has changed. What is large is taken slice by slice, with all that stands behind it.
    void change(TextChange change) {
        int there = area.getLength();
        if (change.inserted().length() <= SLICE && change.end() <= there) {
            area.take(change);
        } else if (change.at() < there) {
            area.take(new TextChange(change.at(), there - change.at(), ""));
        }
        if (!working.get() && area.getLength() < text.get().length()) {
            step();
        }
    }

    private void step() {
        String whole = text.get();
        int from = area.getLength();
        int to = Math.min(whole.length(), from + SLICE);
        if (to < whole.length() && Character.isLowSurrogate(whole.charAt(to))) {
            to--; // the two halves of a character stay together
        }
        if (to > from) {
            area.take(new TextChange(from, 0, whole.substring(from, to)));
        }
        boolean done = to >= whole.length();
        progress.set(done ? 1 : (double) to / whole.length());
        wish.filter(wanted -> done || wanted.length <= area.getLength()).ifPresent(wanted -> {
            wish = Optional.empty();
            wanted.task.run();
        });
        if (!done) {
            background.onWindow(this::step);
        }
    }

    /// Does something now, or as soon as the area has so many characters; not when something else is wanted first.
    void when(int length, Runnable task) {
        wish = Optional.empty();
        if (length <= area.getLength() || !working.get()) {
            task.run();
        } else {
            wish = Optional.of(new Wish(length, task));
        }
    }
}
