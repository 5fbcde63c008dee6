package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.console.Haystack.Found;
import dev.lamina.vmlaunch.screen.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Finds text on a screen and in what was scrolled out of it, while it is open. Each search looks at what is there when
/// it begins, so it ends however much a guest prints; what came meanwhile is looked at a little later.
final class FindModel {
    private static final Texts TEXTS = Texts.of(FindModel.class);

    /// Between two looks at what is new.
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Background background;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty query = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Selected>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private Optional<Terminal> terminal = Optional.empty();
    private long seen;
    private boolean busy;
    private boolean again;

    FindModel(Background background) {
        this.background = background;
        open.subscribe(this::begin);
        query.subscribe(this::begin);
        matchCase.subscribe(this::begin);
    }

    BooleanProperty open() {
        return open;
    }

    StringProperty query() {
        return query;
    }

    BooleanProperty matchCase() {
        return matchCase;
    }

    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /// The one that was gone to.
    ReadOnlyObjectProperty<Optional<Selected>> current() {
        return current.getReadOnlyProperty();
    }

    /// How many there are, and which one is current.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Another screen is looked at from now on.
    void follow(Optional<Terminal> now) {
        terminal = now;
        begin();
    }

    private boolean active() {
        return open.get() && !query.get().isEmpty() && terminal.isPresent();
    }

    private void begin() {
        found.set(Found.NOTHING);
        current.set(Optional.empty());
        message.set("");
        search();
    }

    private void search() {
        if (!active()) {
            return;
        }
        if (busy) {
            again = true;
            return;
        }
        busy = true;
        again = false;
        Terminal where = terminal.orElseThrow();
        Needle needle = needle();
        Found before = found.get();
        seen = where.changes();
        background.compute(
                () -> Haystack.find(where, needle, before),
                now -> {
                    take(where, needle, now);
                    ended();
                },
                problem -> {
                    message.set(String.valueOf(problem.getMessage()));
                    ended();
                });
    }

    private Needle needle() {
        return new Needle(query.get(), matchCase.get());
    }

    private void take(Terminal where, Needle needle, Found now) {
        if (terminal.equals(Optional.of(where)) && needle.equals(needle()) && open.get()) {
            found.set(now);
            current.set(current.get().filter(now.hits()::contains));
            count();
        }
    }

    private void ended() {
        busy = false;
        if (again) {
            search();
        }
    }

    /// The screen has changed: looks at it once more, soon.
    void changed() {
        if (active() && !busy && terminal.orElseThrow().changes() != seen) {
            busy = true;
            background.later(PAUSE, this::ended);
            again = true;
        }
    }

    /// The next hit behind the current one, going round at the end; without one the first at a line or behind it.
    Optional<Selected> next(long line) {
        List<Selected> all = found.get().hits();
        Spot from = current.get().map(Selected::to).orElse(new Spot(line, 0));
        return go(all.stream()
                .filter(hit -> hit.from().compareTo(from) >= 0)
                .findFirst()
                .or(() -> all.stream().findFirst()));
    }

    /// The hit in front of the current one, going round at the beginning; without one the last at a line or before it.
    Optional<Selected> previous(long line) {
        List<Selected> all = found.get().hits().reversed();
        Spot to = current.get().map(Selected::from).orElse(new Spot(line + 1, 0));
        return go(all.stream()
                .filter(hit -> hit.to().compareTo(to) <= 0)
                .findFirst()
                .or(() -> all.stream().findFirst()));
    }

    private Optional<Selected> go(Optional<Selected> hit) {
        current.set(hit);
        count();
        return hit;
    }

    private void count() {
        List<Selected> hits = found.get().hits();
        int at = current.get().map(hits::indexOf).orElse(-1);
        String key = found.get().more() ? "find.many" : at >= 0 ? "find.at" : "find.count";
        message.set(TEXTS.get(key, at >= 0 && !found.get().more() ? at + 1 : hits.size(), hits.size()));
    }
}
