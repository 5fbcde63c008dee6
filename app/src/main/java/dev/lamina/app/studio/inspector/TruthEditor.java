package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// On, off, or whatever counts when nothing is said.
final class TruthEditor implements FieldEditor {
    private static final Texts TEXTS = Texts.of(TruthEditor.class);

    private final FieldModel field;
    private final ToggleButton unset = button("truth.default", Styles.LEFT_PILL);
    private final ToggleButton on = button("truth.on", Styles.CENTER_PILL);
    private final ToggleButton off = button("truth.off", Styles.RIGHT_PILL);
    private final HBox box = new HBox(unset, on, off);

    TruthEditor(FieldModel field) {
        this.field = field;
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(List.of(unset, on, off));
        unset.setOnAction(event -> choose(Optional.empty()));
        on.setOnAction(event -> choose(Optional.of(true)));
        off.setOnAction(event -> choose(Optional.of(false)));
        field.given().addListener(changed -> load());
        field.effective().addListener(changed -> load());
        field.problem().addListener(changed -> load());
        field.onOther(() -> {}, this::load);
        load();
    }

    private static ToggleButton button(String key, String style) {
        ToggleButton button = new ToggleButton(TEXTS.get(key));
        button.getStyleClass().addAll(Styles.SMALL, style);
        button.setTooltip(new Tooltip(TEXTS.get(key)));
        button.setMinWidth(0);
        return button;
    }

    private void choose(Optional<Boolean> value) {
        value.ifPresentOrElse(field::set, field::reset);
        load();
    }

    private void load() {
        Optional<Object> given = field.given().get();
        on.setSelected(given.equals(Optional.of(true)));
        off.setSelected(given.equals(Optional.of(false)));
        boolean different = field.effective().get().source() == Effective.Source.DIFFERENT;
        unset.setSelected(given.isEmpty() && !different);
        String counts = field.effective().get().text();
        String otherwise = given.isEmpty() && counts.equals("true") ? "truth.default.on" : "truth.default.off";
        unset.setText(given.isEmpty() && !different ? TEXTS.get(otherwise) : TEXTS.get("truth.default"));
        for (ToggleButton button : List.of(unset, on, off)) {
            button.setAccessibleText(TEXTS.get("truth.accessible", field.spec().title(), button.getText()));
        }
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Control focusTarget() {
        return unset;
    }
}
