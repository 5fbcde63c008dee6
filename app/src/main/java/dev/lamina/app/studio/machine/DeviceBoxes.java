package dev.lamina.app.studio.machine;

import dev.lamina.app.profile.RunProfile;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Labels;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Parts that a machine has or has not.
final class DeviceBoxes {
    private static final Texts TEXTS = Texts.of(DeviceBoxes.class);

    private final MachineViewModel model;
    private final VBox box = new VBox(4);

    DeviceBoxes(MachineViewModel model) {
        this.model = model;
        Label title = new Label(TEXTS.get("devices"));
        title.getStyleClass().add("machine-label");
        Label about = Labels.wrapped(TEXTS.get("devices.about"), "machine-about");
        CheckBox usb = part("devices.usb", RunProfile::usb, RunProfile::withUsb);
        CheckBox tpm = part("devices.tpm", RunProfile::tpm, RunProfile::withTpm);
        box.getChildren().addAll(title, about, new HBox(24, usb, tpm));
    }

    /// What is shown is what is kept, also when a change is refused.
    private CheckBox part(String key, Predicate<RunProfile> has, BiFunction<RunProfile, Boolean, RunProfile> with) {
        CheckBox part = new CheckBox(TEXTS.get(key));
        model.side().subscribe(side -> part.setSelected(has.test(side.profile())));
        part.setOnAction(event -> model.set(with.apply(model.profile(), part.isSelected())));
        return part;
    }

    Node node() {
        return box;
    }
}
