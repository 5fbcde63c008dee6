package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.model.yaml.Schema.ListOf;
import dev.lamina.model.yaml.Schema.Plain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A list of texts or numbers, one line each, in their order.
final class ListEditor implements FieldEditor {
    private static final Texts TEXTS = Texts.of(ListEditor.class);

    private final FieldModel field;
    private final List<Line> lines = new ArrayList<>();
    private final VBox rows = new VBox(4);
    private final Button add = new Button(TEXTS.get("list.add"), Icons.of("add", 14));
    private final VBox box = new VBox(4);

    /// One element. Controls drop what they cannot show, such as tabs; what nobody touched stays as it was written.
    private record Line(TextInputControl control, String written, String shown) {
        static Line of(String text) {
            TextInputControl control = text.contains("\n") ? new TextArea(text) : new TextField(text);
            return new Line(control, text, control.getText());
        }

        String text() {
            return control.getText().equals(shown) ? written : control.getText();
        }
    }

    ListEditor(FieldModel field) {
        this.field = field;
        add.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        add.setAccessibleText(TEXTS.get("list.add.accessible", field.spec().title()));
        add.setOnAction(event -> add());
        Label counts = Shown.wrapped("", "muted", "mono", "inspector-small");
        counts.textProperty()
                .bind(field.effective().map(now -> field.given().get().isPresent() ? "" : words(now)));
        Shown.when(counts, counts.textProperty().isNotEmpty());
        Label none = Shown.wrapped(TEXTS.get("list.empty"), "muted", "inspector-small");
        Shown.when(
                none, field.given().map(given -> given.filter(List.of()::equals).isPresent()));
        box.getChildren().addAll(rows, counts, none, add);
        field.given().addListener(changed -> follow());
        field.onOther(this::commit, this::load);
        load();
    }

    private static String words(Effective counts) {
        return counts.source() == Effective.Source.DIFFERENT ? counts.text() : String.join("\n", counts.elements());
    }

    private List<String> written() {
        return field.given().get().stream()
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .map(String::valueOf)
                .toList();
    }

    private List<String> typed() {
        return lines.stream().map(Line::text).toList();
    }

    private void follow() {
        boolean typing = lines.stream().anyMatch(line -> line.control().isFocused());
        if (!typing && !typed().equals(written())) {
            load();
        }
    }

    private void load() {
        show(written());
    }

    private void show(List<String> texts) {
        lines.clear();
        rows.getChildren().clear();
        texts.forEach(this::line);
    }

    private TextInputControl line(String text) {
        Line line = Line.of(text);
        TextInputControl control = line.control();
        control.getStyleClass().add(Styles.SMALL);
        if (control instanceof TextField single) {
            single.setOnAction(event -> commit());
        } else if (control instanceof TextArea area) {
            area.setPrefRowCount(Math.clamp(text.lines().count() + 1, 2, 10));
        }
        control.setAccessibleText(TEXTS.get("list.line", field.spec().title(), lines.size() + 1));
        control.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit();
            }
        });
        control.setMinWidth(0);
        HBox.setHgrow(control, Priority.ALWAYS);
        lines.add(line);
        HBox row = new HBox(
                control,
                button("up", "list.up", () -> move(line, -1)),
                button("down", "list.down", () -> move(line, 1)),
                button("close", "list.remove", () -> remove(line)));
        row.getStyleClass().add("inspector-line");
        rows.getChildren().add(row);
        return control;
    }

    private Button button(String icon, String key, Runnable task) {
        Button button = new Button(null, Icons.of(icon, 12));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "inspector-mini");
        button.setTooltip(new Tooltip(TEXTS.get(key)));
        button.setAccessibleText(
                TEXTS.get("list.button", TEXTS.get(key), field.spec().title(), lines.size()));
        button.setOnAction(event -> task.run());
        return button;
    }

    /// Begins with what counts now, as the list takes the place of it.
    private void add() {
        if (field.given().get().isEmpty() && lines.isEmpty()) {
            show(field.effective().get().elements());
        }
        line("").requestFocus();
    }

    private void move(Line line, int by) {
        List<String> texts = new ArrayList<>(typed());
        int from = lines.indexOf(line);
        int to = from + by;
        if (to >= 0 && to < texts.size()) {
            Collections.swap(texts, from, to);
            show(texts);
            lines.get(to).control().requestFocus();
            commit();
        }
    }

    private void remove(Line line) {
        int at = lines.indexOf(line);
        List<String> texts = new ArrayList<>(typed());
        texts.remove(at);
        show(texts);
        if (lines.isEmpty()) {
            add.requestFocus();
        } else {
            lines.get(Math.min(at, lines.size() - 1)).control().requestFocus();
        }
        field.set(values(texts));
    }

    private void commit() {
        List<String> texts = typed();
        if (!texts.equals(written()) && !values(texts).equals(values(written()))) {
            field.set(values(texts));
        }
    }

    private List<Object> values(List<String> texts) {
        Plain type = field.spec().type() instanceof ListOf(Plain plain) ? plain : Plain.TEXT;
        return texts.stream()
                .filter(text -> !text.isEmpty())
                .map(text -> RowValues.plain(type, text))
                .toList();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Control focusTarget() {
        return lines.isEmpty() ? add : lines.getFirst().control();
    }
}
