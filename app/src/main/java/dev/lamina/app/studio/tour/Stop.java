package dev.lamina.app.studio.tour;

import dev.lamina.app.studio.base.Texts;
import java.util.Optional;

/// Where the tour stops, in this order.
enum Stop {
    WELCOME(Optional.empty(), false),
    LANES(Optional.of(".canvas"), false),
    ADD(Optional.of(".palette"), true),
    CHECK(Optional.of(".below"), false),
    RUN(Optional.of(".tool-strip .accent"), true),
    BOOT(Optional.of(".canvas"), true),
    LOGIN(Optional.of(".below"), false),
    END(Optional.empty(), false);

    private final Optional<String> part;
    private final boolean waits;

    /// @param part of the window that is meant, as style sheets find it
    /// @param waits whether the user has to do something first
    Stop(Optional<String> part, boolean waits) {
        this.part = part;
        this.waits = waits;
    }

    Optional<String> part() {
        return part;
    }

    boolean waits() {
        return waits;
    }

    String key() {
        return Texts.word(this);
    }

    Optional<Stop> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}
