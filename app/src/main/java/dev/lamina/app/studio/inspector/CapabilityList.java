package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.model.explain.Explanations;
import dev.lamina.model.value.Capability;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// All 41 capabilities to choose from, each with what it is for and how much it is worth to an attacker.
final class CapabilityList {
    private static final Texts TEXTS = Texts.of(CapabilityList.class);

    private final FieldModel field;
    private final Map<Capability, CheckBox> boxes = new EnumMap<>(Capability.class);
    private final CheckBox all = Shown.verbatim(new CheckBox(TEXTS.get("capabilities.all")));
    private final VBox node;

    CapabilityList(FieldModel field) {
        this.field = field;
        TextField search = new TextField();
        search.getStyleClass().add(Styles.SMALL);
        search.setPromptText(TEXTS.get("capabilities.search"));
        search.setAccessibleText(TEXTS.get("capabilities.search"));
        all.setWrapText(true);
        all.getStyleClass().add("inspector-all");
        all.setOnAction(event -> field.set(all.isSelected() ? List.of("all") : List.of()));
        VBox rows = new VBox(8);
        rows.getStyleClass().add("inspector-capabilities");
        for (Capability capability : Capability.values()) {
            VBox row = row(capability);
            Shown.when(
                    row,
                    search.textProperty()
                            .map(text -> CapabilityChoice.matching(text).contains(capability)));
            rows.getChildren().add(row);
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("inspector-capability-scroll");
        node = new VBox(6, search, all, scroll);
        field.given().addListener(changed -> load());
        field.effective().addListener(changed -> load());
        field.some().addListener(changed -> load());
        load();
    }

    private VBox row(Capability capability) {
        CheckBox box = Shown.verbatim(new CheckBox(capability.text()));
        box.setOnAction(event -> field.hold(capability, box.isSelected()));
        boxes.put(capability, box);
        ToggleButton explain = new ToggleButton(null, Icons.of("info", 14));
        explain.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "inspector-mini");
        explain.setTooltip(new Tooltip(TEXTS.get("explain")));
        explain.setAccessibleText(TEXTS.get("explain.accessible", capability.text()));
        FlowPane head = new FlowPane(4, 2, box);
        head.setPrefWrapLength(0);
        head.setMinWidth(0);
        risk(capability).ifPresent(head.getChildren()::add);
        head.getChildren().add(explain);
        VBox row = new VBox(2, head, Shown.rich(capability.explanation(), "muted", "inspector-small"));
        explain.selectedProperty().addListener((property, before, open) -> {
            row.getChildren().removeIf(child -> child.getStyleClass().contains("inspector-detail"));
            if (open) {
                row.getChildren().add(ExplanationView.of(Explanations.capability(capability), List.of()));
            }
        });
        return row;
    }

    private static Optional<Label> risk(Capability capability) {
        CapabilityChoice.Risk risk = CapabilityChoice.risk(capability);
        if (risk == CapabilityChoice.Risk.USUAL) {
            return Optional.empty();
        }
        String key = risk == CapabilityChoice.Risk.GRAVE ? "grave" : "serious";
        Label label = new Label(TEXTS.get("risk." + key));
        label.getStyleClass().addAll("inspector-badge", key);
        return Optional.of(label);
    }

    private void load() {
        List<String> words = field.words();
        boxes.forEach((capability, box) -> {
            box.setSelected(CapabilityChoice.holds(words, capability));
            box.setIndeterminate(!box.isSelected() && field.some().get().contains(capability.text()));
        });
        all.setSelected(CapabilityChoice.all(words));
    }

    Node node() {
        return node;
    }
}
