package dev.lamina.app.studio.history;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Action.Place;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Rows;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.history.HistoryRow.State;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.edit.History;
import dev.lamina.model.edit.History.Step;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What was done to a document, step by step, and the way back to each.
final class HistoryViewModel {
    private static final Texts TEXTS = Texts.of(HistoryViewModel.class);

    private final DocumentSession session;
    private final Clock clock;
    private final Ago ago = new Ago(TEXTS, ZoneId.systemDefault());
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();

    /// Held here, as it hears of changes only while somebody holds it.
    private final ObservableList<HistoryRow> rowsSeen = FXCollections.unmodifiableObservableList(rows);

    HistoryViewModel(DocumentSession session, Desk desk) {
        this.session = session;
        this.clock = desk.clock();
        session.history().subscribe(history -> refresh());
    }

    /// The oldest first.
    ObservableList<HistoryRow> rows() {
        return rowsSeen;
    }

    /// Says anew how long ago each step was.
    void refresh() {
        History history = session.history().get();
        Instant now = clock.instant();
        List<HistoryRow> shown = new ArrayList<>();
        for (int i = 0; i < history.steps().size(); i++) {
            Step step = history.steps().get(i);
            State state = i == history.at() ? State.CURRENT : i < history.at() ? State.DONE : State.UNDONE;
            shown.add(new HistoryRow(i, step.label(), icon(step, i), ago.words(step.when(), now), state));
        }
        Rows.show(rows, shown);
    }

    private static String icon(Step step, int index) {
        if (step.typed()) {
            return "editor";
        }
        String key = "icon." + step.label().split(" ", 2)[0];
        return TEXTS.has(key) ? TEXTS.get(key) : index == 0 ? "file" : "check";
    }

    void goTo(HistoryRow row) {
        session.goTo(row.step());
    }

    List<Action> actions() {
        Action undo = ActionBuilder.of("history.undo", Place.EDIT, TEXTS)
                .icon("undo")
                .key("Shortcut+Z")
                .label(label("undo", History::undoable))
                .blocked(blocked("undo.none", History::undoable))
                .does(session::undo);
        Action redo = redo("history.redo", Place.EDIT, "Shortcut+Shift+Z");
        return List.of(undo, redo, redo("history.redoAgain", Place.NONE, "Shortcut+Y"));
    }

    private Action redo(String id, Place menu, String key) {
        return ActionBuilder.of(id, menu, TEXTS)
                .icon("redo")
                .key(key)
                .label(label("redo", History::redoable))
                .blocked(blocked("redo.none", History::redoable))
                .does(session::redo);
    }

    private ObservableValue<String> label(String key, Function<History, Optional<Step>> step) {
        return session.history()
                .map(history -> step.apply(history)
                        .map(there -> TEXTS.get(key + ".step", there.label()))
                        .orElse(TEXTS.get(key)));
    }

    private ObservableValue<String> blocked(String key, Function<History, Optional<Step>> step) {
        return session.history().map(history -> step.apply(history).isPresent() ? "" : TEXTS.get(key));
    }
}
