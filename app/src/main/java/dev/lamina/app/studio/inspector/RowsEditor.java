package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Elements that have parts: binds, mounts, devices, settings and so on.
final class RowsEditor implements FieldEditor {
    private static final Texts TEXTS = Texts.of(RowsEditor.class);

    private final FieldModel field;
    private final RowFormat format;
    private final List<RowCard> cards = new ArrayList<>();
    private final VBox rows = new VBox(4);
    private final Button add = new Button(TEXTS.get("list.add"), Icons.of("add", 14));
    private final VBox box = new VBox(4);

    RowsEditor(FieldModel field) {
        this.field = field;
        this.format = RowFormat.of(field.spec());
        add.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        add.setAccessibleText(TEXTS.get("list.add.accessible", field.spec().title()));
        add.setOnAction(event -> card(Map.of()).open());
        Label counts = Shown.wrapped("", "muted", "mono", "inspector-small");
        counts.textProperty()
                .bind(field.effective().map(now -> field.isSet() ? "" : String.join("\n", now.elements())));
        Shown.when(counts, counts.textProperty().isNotEmpty());
        box.getChildren().addAll(rows, counts, add);
        field.given().addListener(changed -> follow());
        field.onOther(this::commit, this::load);
        load();
    }

    private List<Map<String, String>> written() {
        return field.given().get().map(format::rows).orElse(List.of());
    }

    private List<Map<String, String>> typed() {
        return cards.stream().map(RowCard::row).filter(row -> !row.isEmpty()).toList();
    }

    private void follow() {
        boolean typing = cards.stream().anyMatch(RowCard::isFocusWithin);
        if (!typing && !typed().equals(written())) {
            load();
        }
    }

    private void load() {
        cards.clear();
        rows.getChildren().clear();
        written().forEach(this::card);
    }

    private RowCard card(Map<String, String> row) {
        RowCard card = new RowCard(format, row, this::commit, this::remove);
        cards.add(card);
        rows.getChildren().add(card);
        return card;
    }

    private void remove(RowCard card) {
        cards.remove(card);
        rows.getChildren().remove(card);
        add.requestFocus();
        field.set(format.value(typed()));
    }

    private void commit() {
        List<Map<String, String>> typed = typed();
        if (!typed.equals(written())) {
            field.set(format.value(typed));
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Control focusTarget() {
        return cards.isEmpty() ? add : cards.getFirst().opener();
    }
}
