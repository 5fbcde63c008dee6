package dev.lamina.app.studio.live;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.session.Live;
import dev.lamina.vmlaunch.GuestEvent;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;

/// What one container has written. It is asked for when somebody looks, whenever the guest tells of that container, and
/// every few seconds.
final class LogViewModel {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Live live;
    private final GuestCalls calls;
    private final Background background;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private Optional<String> name = Optional.empty();
    private Background.Job next = () -> {};
    private boolean watched;
    private boolean asking;

    LogViewModel(Live live, GuestCalls calls, Background background) {
        this.live = live;
        this.calls = calls;
        this.background = background;
        live.machine().subscribe(machine -> refresh());
        live.events().addListener((ListChangeListener<GuestEvent>) change -> {
            while (change.next()) {
                if (change.getAddedSubList().stream()
                        .anyMatch(event -> event.field("name").equals(name))) {
                    refresh();
                    return;
                }
            }
        });
    }

    /// Printable text, as the container wrote it; stays after the end of the machine.
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /// Why there is nothing to see; may be empty.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Shows the log of another container, or of none.
    void show(Optional<String> container) {
        if (!container.equals(name)) {
            name = container;
            text.set("");
            message.set("");
            refresh();
        }
    }

    /// Asks again and again only while somebody looks.
    void watch(boolean now) {
        watched = now;
        if (now) {
            refresh();
        }
    }

    void refresh() {
        if (name.isEmpty() || !watched || !calls.possible() || asking) {
            return;
        }
        String wanted = name.get();
        asking = true;
        calls.ask(
                control -> Printable.of(control.logs(wanted, PATIENCE)),
                found -> done(wanted, found, ""),
                problem -> done(wanted, text.get(), problem));
    }

    private void done(String wanted, String found, String problem) {
        asking = false;
        if (!name.equals(Optional.of(wanted))) {
            refresh();
            return;
        }
        text.set(found);
        message.set(found.isEmpty() && problem.isEmpty() ? LiveWords.TEXTS.get("log.empty") : problem);
        next.cancel();
        if (watched && live.machine().get().isPresent()) {
            next = background.later(PAUSE, this::refresh);
        }
    }
}
