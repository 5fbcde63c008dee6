package dev.lamina.app.studio.run;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.vmlaunch.BootFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How the run is, in a word or two, with the time that the boot takes or took.
final class RunStatus {
    private static final Texts TEXTS = Texts.of(RunStatus.class);
    private static final Duration TICK = Duration.ofMillis(100);

    private final RunViewModel model;
    private final Holding holding;
    private final Live live;
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(Status.NONE);
    private Instant begun = Instant.EPOCH;
    private Optional<Duration> took = Optional.empty();

    /// How it is shown.
    enum Mood {
        /// Nothing runs.
        OFF,
        BUSY,
        /// Its processors stand still.
        HELD,
        READY,
        FAILED
    }

    record Status(Mood mood, String words) {
        static final Status NONE = new Status(Mood.OFF, "");
    }

    RunStatus(RunViewModel model, Holding holding) {
        this.model = model;
        this.holding = holding;
        this.live = model.live();
        live.phase().subscribe(this::entered);
        model.rebuilding().subscribe(this::update);
        live.failures().subscribe(this::update);
        model.running().subscribe(this::update);
        holding.held().subscribe(this::update);
        model.session().text().subscribe(this::update);
    }

    ReadOnlyObjectProperty<Status> status() {
        return status.getReadOnlyProperty();
    }

    private void entered(Phase phase) {
        switch (phase) {
            case BOOTING -> {
                begun = model.desk().clock().instant();
                took = Optional.empty();
                tick();
            }
            case READY -> took = Optional.of(told().orElseGet(this::since));
            case OFF, BUILDING, STARTING, STOPPING, FAILED -> {}
        }
        update();
    }

    private void tick() {
        if (live.phase().get() == Phase.BOOTING) {
            update();
            model.desk().background().later(TICK, this::tick);
        }
    }

    /// When the guest said it was ready, since its machine began.
    private Optional<Duration> told() {
        return live.events().stream()
                .filter(event -> event.kind().equals("ready"))
                .map(event -> event.received())
                .filter(Duration::isPositive)
                .findFirst();
    }

    private Duration since() {
        return Duration.between(begun, model.desk().clock().instant());
    }

    private void update() {
        status.set(now());
    }

    private Status now() {
        boolean on = live.machine().get().isPresent();
        if (model.rebuilding().get() && on) {
            return new Status(Mood.BUSY, TEXTS.get("status.rebuilding"));
        }
        if (on && live.failures().get().stream().anyMatch(BootFailure::fatal)) {
            return new Status(Mood.FAILED, TEXTS.get("status.dead"));
        }
        if (on && holding.held().get() && live.phase().get() != Phase.STOPPING) {
            return new Status(Mood.HELD, TEXTS.get("status.held"));
        }
        return switch (live.phase().get()) {
            case OFF -> Status.NONE;
            case BUILDING -> new Status(Mood.BUSY, TEXTS.get("status.building"));
            case STARTING -> new Status(Mood.BUSY, TEXTS.get("status.starting"));
            case BOOTING -> new Status(Mood.BUSY, TEXTS.get("status.booting", seconds(since())));
            case READY -> new Status(Mood.READY, ready());
            case STOPPING -> new Status(Mood.BUSY, TEXTS.get("status.stopping"));
            case FAILED -> new Status(Mood.FAILED, TEXTS.get("status.failed"));
        };
    }

    private String ready() {
        return isOther() ? TEXTS.get("status.other") : TEXTS.get("status.ready", seconds(took.orElse(Duration.ZERO)));
    }

    /// The document is not what runs any more.
    private boolean isOther() {
        return model.running()
                .get()
                .filter(running -> !running.text().equals(model.session().text().get()))
                .isPresent();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3);
    }
}
