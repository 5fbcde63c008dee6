package dev.lamina.app.studio.live;

import dev.lamina.app.operation.BootTimeline;
import dev.lamina.app.operation.BootTimeline.Part;
import dev.lamina.app.operation.BootTimeline.Span;
import dev.lamina.app.studio.session.Live;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// What the time of the last boot went into, beside the boot before.
final class BootViewModel {
    private final Live live;
    private final ObservableList<BootRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>(Summary.NONE);

    /// @param whole until the end of the last bar
    /// @param earlier the same of the boot before
    record Summary(Duration whole, Optional<Duration> earlier) {
        static final Summary NONE = new Summary(Duration.ZERO, Optional.empty());
    }

    /// The same part of two boots.
    private record Name(Part part, String name) {}

    BootViewModel(Live live) {
        this.live = live;
        live.events().addListener((ListChangeListener<Object>) change -> refresh());
        live.earlier().subscribe(events -> refresh());
    }

    /// In the order of their beginnings.
    ObservableList<BootRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Summary> summary() {
        return summary.getReadOnlyProperty();
    }

    private void refresh() {
        BootTimeline before = BootTimeline.byHost(live.earlier().get());
        Map<Name, Duration> took = new HashMap<>();
        before.spans().forEach(span -> took.putIfAbsent(new Name(span.part(), span.name()), span.took()));
        List<BootRow> now = BootTimeline.byHost(live.events()).spans().stream()
                .map(span -> row(span, took))
                .toList();
        rows.setAll(now);
        Duration whole = now.stream().map(BootRow::end).max(Duration::compareTo).orElse(Duration.ZERO);
        summary.set(new Summary(
                whole,
                before.spans().stream()
                        .map(span -> span.begin().plus(span.took()))
                        .max(Duration::compareTo)));
    }

    private static BootRow row(Span span, Map<Name, Duration> earlier) {
        Duration before = earlier.get(new Name(span.part(), span.name()));
        return new BootRow(span.part(), span.name(), span.begin(), span.took(), Optional.ofNullable(before));
    }
}
