package dev.lamina.app.studio.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.history.HistoryRow.State;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Dragging;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.OwnClipboard;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Edit;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryViewModelTest {
    private static final String SYSTEM = "kernel:\n  image: k:1\n";

    @TempDir
    Path home;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
    private DocumentSession session;
    private HistoryViewModel history;

    @BeforeEach
    void open() {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Objects.requireNonNull(now.get());
            }
        };
        Desk desk =
                new Desk(Sessions.operations(home), new DirectBackground(), new OwnClipboard(), new Dragging(), clock);
        session = Sessions.session(desk, SYSTEM);
        history = new HistoryViewModel(session, desk);
    }

    private void set(String label, String image) {
        session.apply(Change.of(label, new Edit.Set("kernel.image", image)));
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> Objects.requireNonNull(before).plus(time));
    }

    @Test
    void eachStepSaysWhatWasDoneAndWhen() {
        pass(Duration.ofHours(3));
        set("Set image", "k:2");
        pass(Duration.ofMinutes(2));
        session.type(session.text().get() + "#");
        set("Odd thing", "k:3");
        session.undo();
        assertThat(history.rows())
                .containsExactly(
                        new HistoryRow(0, "Opened", "file", "3 h ago", State.DONE),
                        new HistoryRow(1, "Set image", "inspector", "2 min ago", State.DONE),
                        new HistoryRow(2, "Typing", "editor", "just now", State.CURRENT),
                        new HistoryRow(3, "Odd thing", "check", "just now", State.UNDONE));
    }

    @Test
    void aRowLeadsBackAndForth() {
        set("Set image", "k:2");
        set("Set image", "k:3");
        history.goTo(history.rows().getFirst());
        assertThat(session.text().get()).isEqualTo(SYSTEM);
        history.goTo(history.rows().getLast());
        assertThat(session.text().get()).isEqualTo(SYSTEM.replace("k:1", "k:3"));
        assertThat(history.rows()).map(HistoryRow::state).containsExactly(State.DONE, State.DONE, State.CURRENT);
    }

    @Test
    void undoAndRedoNameTheirStep() {
        Action undo = history.actions().getFirst();
        Action redo = history.actions().get(1);
        assertThat(undo.label().getValue()).isEqualTo("Undo");
        assertThat(undo.blocked().getValue()).isEqualTo("Nothing to undo");
        set("Set image", "k:2");
        assertThat(undo.label().getValue()).isEqualTo("Undo Set image");
        assertThat(redo.blocked().getValue()).isEqualTo("Nothing to redo");
        undo.run();
        assertThat(session.text().get()).isEqualTo(SYSTEM);
        assertThat(redo.label().getValue()).isEqualTo("Redo Set image");
        redo.run();
        assertThat(undo.allowed()).isTrue();
        assertThat(redo.allowed()).isFalse();
    }
}
