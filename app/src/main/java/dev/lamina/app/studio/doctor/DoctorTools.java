package dev.lamina.app.studio.doctor;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/// What can be done with a diagnosis.
final class DoctorTools {
    private static final Texts TEXTS = Texts.of(DoctorTools.class);

    private final DoctorViewModel model;
    private final FlowPane bar = new FlowPane(8, 6);

    DoctorTools(DoctorViewModel model) {
        this.model = model;
        BooleanBinding busy = model.working().isNotEmpty();
        Button again = button("again", "restart", model::look);
        again.getStyleClass().add("accent");
        Button trial = button("try", "run", model::tryAcceleration);
        trial.setTooltip(new Tooltip(TEXTS.get("try.tooltip")));
        Button network = button("network", "globe", model::askNetwork);
        network.setTooltip(new Tooltip(TEXTS.get("network.tooltip")));
        Button report = button("report", "copy", model::copyReport);
        report.setTooltip(new Tooltip(TEXTS.get("report.tooltip")));
        again.disableProperty().bind(busy);
        trial.disableProperty().bind(busy);
        network.disableProperty().bind(busy);
        report.disableProperty().bind(model.diagnosis().map(found -> found.isEmpty()));
        bar.getStyleClass().add("doctor-tools");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        bar.getChildren().addAll(again, trial, network, report, trouble());
    }

    Node node() {
        return bar;
    }

    private static Button button(String key, String icon, Runnable task) {
        Button button = new Button(TEXTS.get(key), Icons.of(icon, 14));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> task.run());
        return button;
    }

    private Node trouble() {
        ToggleButton only = new ToggleButton();
        only.setGraphic(Icons.of("filter", 14));
        only.getStyleClass().add("doctor-trouble");
        only.setMinWidth(Region.USE_PREF_SIZE);
        only.selectedProperty().bindBidirectional(model.troubleOnly());
        only.textProperty().bind(model.diagnosis().map(found -> TEXTS.get("trouble", model.troubles())));
        return only;
    }
}
