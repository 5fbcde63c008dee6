package dev.lamina.app.studio.live;

import dev.lamina.app.operation.Vitals;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.session.Live;
import dev.lamina.vmlaunch.GuestEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Shows the last boot again on the canvas: at its own pace, slower, or event by event.
public final class ReplayViewModel {
    /// A class waits no longer than this for the next light.
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Live live;
    private final Background background;
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Pace> pace = new SimpleObjectProperty<>(Pace.SLOW);
    private List<GuestEvent> events = List.of();
    private Background.Job next = () -> {};

    /// How fast it goes.
    public enum Pace {
        REAL(1),
        SLOW(4),
        SLOWER(15);

        private final int factor;

        Pace(int factor) {
            this.factor = factor;
        }
    }

    public ReplayViewModel(Live live, Background background) {
        this.live = live;
        this.background = background;
        live.phase().subscribe(phase -> {
            if (phase == Live.Phase.BUILDING || phase == Live.Phase.STARTING || phase == Live.Phase.BOOTING) {
                end();
            }
        });
    }

    /// How many events have been shown.
    ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /// Whether the canvas shows a moment of the boot rather than now.
    ReadOnlyBooleanProperty active() {
        return active.getReadOnlyProperty();
    }

    /// What happens at the moment that is shown.
    ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    ObjectProperty<Pace> pace() {
        return pace;
    }

    /// Whether there is a boot to show.
    boolean possible() {
        return !live.events().isEmpty();
    }

    /// Plays, or pauses.
    void toggle() {
        if (playing.get()) {
            pause();
        } else if (possible()) {
            begin();
            if (at.get() >= events.size()) {
                show(0);
            }
            playing.set(true);
            playAfter(Duration.ZERO);
        }
    }

    /// One event on, or back.
    void step(int by) {
        if (possible()) {
            pause();
            begin();
            show(at.get() + by);
        }
    }

    void goTo(int event) {
        if (possible()) {
            pause();
            begin();
            show(event);
        }
    }

    private void pause() {
        playing.set(false);
        next.cancel();
    }

    /// Shows the system as it is now again.
    void end() {
        pause();
        active.set(false);
        live.replayed().set(Optional.empty());
        at.set(0);
        words.set("");
    }

    /// The boot ends where everything was ready; what came later is not its part.
    private void begin() {
        if (active.get()) {
            return;
        }
        List<GuestEvent> boot = new ArrayList<>();
        for (GuestEvent event : live.events()) {
            boot.add(event);
            if (event.kind().equals("ready")) {
                break;
            }
        }
        events = List.copyOf(boot);
        count.set(events.size());
        active.set(true);
        show(0);
    }

    private void show(int event) {
        int now = Math.clamp(event, 0, events.size());
        at.set(now);
        live.replayed().set(Optional.of(Vitals.of(events.subList(0, now))));
        words.set(now == 0 ? LiveWords.TEXTS.get("replay.begin") : EventText.of(events.get(now - 1)));
    }

    private void playAfter(Duration before) {
        next = background.later(before, () -> {
            if (!playing.get()) {
                return;
            }
            show(at.get() + 1);
            if (at.get() >= events.size()) {
                pause();
            } else {
                playAfter(between(events.get(at.get() - 1), events.get(at.get())));
            }
        });
    }

    private Duration between(GuestEvent now, GuestEvent then) {
        Duration passed = then.received().minus(now.received()).multipliedBy(pace.get().factor);
        Duration positive = passed.isNegative() ? Duration.ZERO : passed;
        return positive.compareTo(LONGEST) > 0 ? LONGEST : positive;
    }
}
