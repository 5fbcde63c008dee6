package dev.lamina.app.studio.machine;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.model.problem.InputException;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Rows of a kind that can be added, changed and taken away. A row that means nothing says why, and is not kept.
///
/// @param <T> what a row means
abstract class RowList<T> {
    static final Texts TEXTS = Texts.of(RowList.class);

    private final String kind;
    private final VBox rows = new VBox(4);
    private final Label refused = new Label();
    private final VBox box = new VBox(4);
    private final List<Row<T>> shown = new ArrayList<>();

    /// One row while it is changed.
    interface Row<T> {
        List<Node> nodes();

        /// @throws InputException it means nothing
        T value();

        boolean blank();

        /// It is kept as this.
        default void kept(T value) {}
    }

    /// @param kind for the words: `ports`, `disks`, `shares`
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
        refused.setWrapText(true);
        refused.setMinHeight(Region.USE_PREF_SIZE);
        refused.getStyleClass().add("machine-wrong");
        refused.visibleProperty().bind(refused.textProperty().isNotEmpty());
        refused.managedProperty().bind(refused.visibleProperty());
        Label about = new Label(TEXTS.get(kind + ".about"));
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.getStyleClass().add("machine-about");
        box.getChildren().addAll(title, about, rows, refused, below);
        load();
    }

    /// Shows what is kept, unless somebody is typing or it is shown already.
    final void load() {
        if (rows.isFocusWithin() && values().equals(typed())) {
            List<Row<T>> meant = shown.stream().filter(row -> !row.blank()).toList();
            meant.forEach(row -> row.kept(row.value()));
            return;
        }
        shown.clear();
        rows.getChildren().clear();
        refused.setText("");
        values().forEach(value -> add(row(value)));
    }

    private void add(Row<T> row) {
        shown.add(row);
        Button remove = new Button(null, Icons.of("close", 12));
        remove.getStyleClass().addAll("button-icon", "flat", "small");
        remove.setTooltip(new Tooltip(TEXTS.get(kind + ".remove")));
        remove.setAccessibleText(TEXTS.get(kind + ".remove"));
        HBox line = new HBox(6);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(row.nodes());
        line.getChildren().add(remove);
        remove.setOnAction(event -> {
            shown.remove(row);
            rows.getChildren().remove(line);
            commit();
        });
        row.nodes().forEach(node -> {
            if (node instanceof TextField field) {
                field.getStyleClass().add("small");
                MachineView.commits(field, text -> commit());
            }
        });
        rows.getChildren().add(line);
    }

    private List<T> typed() {
        List<T> typed = new ArrayList<>();
        for (Row<T> row : shown) {
            if (!row.blank()) {
                try {
                    typed.add(row.value());
                } catch (InputException e) {
                    return List.of();
                }
            }
        }
        return typed;
    }

    final void commit() {
        List<T> typed = new ArrayList<>();
        refused.setText("");
        for (Row<T> row : shown) {
            if (!row.blank()) {
                try {
                    typed.add(row.value());
                } catch (InputException e) {
                    refused.setText(String.valueOf(e.getMessage())
                            + e.hint().map(hint -> " – " + hint).orElse(""));
                    return;
                }
            }
        }
        if (!typed.equals(values())) {
            set(typed);
        }
    }

    final Node node() {
        return box;
    }
}
