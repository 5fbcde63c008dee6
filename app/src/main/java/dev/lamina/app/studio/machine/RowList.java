package dev.lamina.app.studio.machine;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.IconButton;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import dev.lamina.model.problem.InputException;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Rows of a kind that can be added, changed and taken away. A row that means nothing says why, and is not kept.
///
/// @param <T> what a row means
abstract class RowList<T> {
    static final Texts TEXTS = Texts.of(RowList.class);

    private final String kind;
    private final VBox rows = new VBox(4);

    /// Why a row means nothing; empty when all mean something.
    private final StringProperty refused = new SimpleStringProperty("");

    private final VBox box = new VBox(4);
    private final List<Row<T>> shown = new ArrayList<>();

    /// What was kept when it was shown last.
    private List<T> loaded = List.of();

    /// One row while it is changed.
    interface Row<T> {
        List<Node> nodes();

        /// @throws InputException it means nothing
        T value();

        boolean blank();

        /// It is kept as this.
        default void kept(T value) {}
    }

    /// @param kind for the words, e.g. `ports`
    RowList(String kind) {
        this.kind = kind;
    }

    abstract List<T> values();

    abstract void set(List<T> values);

    abstract Row<T> row(T value);

    abstract Row<T> empty();

    /// Call at the end of the constructor.
    ///
    /// @param others what stands beside the button that adds a row
    final void build(Node... others) {
        Label title = new Label(TEXTS.get(kind));
        title.getStyleClass().add("machine-label");
        Button add = new Button(TEXTS.get(kind + ".add"), Icons.of("add", 14));
        add.getStyleClass().addAll("small", "flat");
        add.setOnAction(event -> {
            add(empty());
            shown.getLast().nodes().stream()
                    .filter(TextField.class::isInstance)
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        });
        HBox below = new HBox(8, add);
        below.setAlignment(Pos.CENTER_LEFT);
        below.getChildren().addAll(others);
        Label about = Labels.wrapped(TEXTS.get(kind + ".about"), "machine-about");
        box.getChildren().addAll(title, about, rows, Labels.message(refused, "machine-wrong"), below);
        load();
    }

    /// Shows what is kept. While somebody is at work in the rows they stay, unless something else is kept
    /// than they say.
    final void load() {
        List<T> kept = values();
        if (rows.isFocusWithin() && kept.equals(loaded)) {
            return;
        }
        loaded = kept;
        if (rows.isFocusWithin() && isShown(kept)) {
            shown.stream().filter(row -> !row.blank()).forEach(row -> row.kept(row.value()));
            return;
        }
        shown.clear();
        rows.getChildren().clear();
        refused.set("");
        kept.forEach(value -> add(row(value)));
    }

    private boolean isShown(List<T> kept) {
        try {
            return typed().equals(kept);
        } catch (InputException e) {
            return false;
        }
    }

    private void add(Row<T> row) {
        shown.add(row);
        HBox line = new HBox(6);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(row.nodes());
        line.getChildren().add(IconButton.of("close", 12, TEXTS.get(kind + ".remove"), () -> {
            shown.remove(row);
            rows.getChildren().remove(line);
            commit();
        }));
        row.nodes().forEach(node -> {
            if (node instanceof TextField field) {
                field.getStyleClass().add("small");
                MachineView.commits(field, text -> commit());
            }
        });
        rows.getChildren().add(line);
    }

    /// What the rows mean.
    ///
    /// @throws InputException one means nothing
    private List<T> typed() {
        return shown.stream().filter(row -> !row.blank()).map(Row::value).toList();
    }

    final void commit() {
        refused.set("");
        try {
            List<T> typed = typed();
            if (!typed.equals(values())) {
                set(typed);
            }
        } catch (InputException e) {
            refused.set(String.valueOf(e.getMessage())
                    + e.hint().map(hint -> " – " + hint).orElse(""));
        }
    }

    final Node node() {
        return box;
    }
}
