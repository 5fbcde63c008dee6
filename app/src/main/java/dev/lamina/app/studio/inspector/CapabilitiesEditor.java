package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.model.value.Capability;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The capabilities that a container has as a row of words, and all that there are to choose from.
final class CapabilitiesEditor implements FieldEditor {
    private static final Texts TEXTS = Texts.of(CapabilitiesEditor.class);

    private final FieldModel field;
    private final FlowPane chips = new FlowPane(4, 4);
    private final ToggleButton choose = new ToggleButton(TEXTS.get("capabilities.choose"));
    private final Label none = Shown.wrapped(TEXTS.get("capabilities.none"), "muted", "inspector-small");
    private final VBox box = new VBox(6, chips, none, choose);

    CapabilitiesEditor(FieldModel field) {
        this.field = field;
        chips.setPrefWrapLength(0);
        chips.setMinWidth(0);
        choose.getStyleClass().addAll(Styles.SMALL, "inspector-choose");
        choose.graphicProperty().bind(choose.selectedProperty().map(open -> Icons.of(open ? "up" : "down", 12)));
        choose.setAccessibleText(
                TEXTS.get("capabilities.choose.accessible", field.spec().title()));
        choose.selectedProperty().addListener((property, before, open) -> open(open));
        field.given().addListener(changed -> load());
        field.effective().addListener(changed -> load());
        field.some().addListener(changed -> load());
        field.onOther(() -> {}, this::load);
        load();
    }

    private void open(boolean open) {
        box.getChildren().setAll(chips, none, choose);
        if (open) {
            box.getChildren().add(new CapabilityList(field).node());
        }
    }

    private void load() {
        List<String> words = field.words();
        chips.getChildren().setAll(words.stream().map(this::chip).toList());
        List<String> some = field.some().get().stream()
                .filter(word -> !words.contains(word))
                .toList();
        some.forEach(word -> chips.getChildren().add(some(word)));
        none.setVisible(words.isEmpty() && some.isEmpty());
        none.setManaged(none.isVisible());
    }

    /// Of several components only some have it.
    private Label some(String word) {
        Label chip = chip(word);
        chip.getStyleClass().remove("here");
        chip.getStyleClass().add("inherited");
        chip.setText(TEXTS.get("capabilities.some", chip.getText()));
        return chip;
    }

    private Label chip(String word) {
        Label chip = new Label(word.startsWith("CAP_") ? word.substring("CAP_".length()) : word);
        chip.getStyleClass().addAll("inspector-chip", field.isSet() ? "here" : "inherited");
        boolean grave = word.equalsIgnoreCase("all")
                || Capability.parse(word)
                        .filter(known -> CapabilityChoice.risk(known) == CapabilityChoice.Risk.GRAVE)
                        .isPresent();
        if (grave) {
            chip.getStyleClass().add("grave");
        }
        chip.setMinWidth(0);
        chip.maxWidthProperty().bind(chips.widthProperty());
        String meaning =
                Capability.parse(word).map(Capability::explanation).orElse(TEXTS.get("capabilities.all.meaning"));
        chip.setTooltip(new Tooltip(word + "\n" + meaning));
        chip.setAccessibleText(word + ": " + meaning);
        return chip;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Control focusTarget() {
        return choose;
    }
}
