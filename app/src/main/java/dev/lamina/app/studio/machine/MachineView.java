package dev.lamina.app.studio.machine;

import dev.lamina.app.profile.RunProfile;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Labels;
import dev.lamina.model.value.ByteSize;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The form of the machine that a document is run on.
public final class MachineView {
    private static final Texts TEXTS = Texts.of(MachineView.class);

    private final MachineViewModel model;
    private final ChoiceBox<String> backend = new ChoiceBox<>();
    private final TextField cpus = new TextField();
    private final TextField memory = new TextField();
    private final TextField data = new TextField();

    /// Why what was typed is not taken; empty when it is.
    private final StringProperty refused = new SimpleStringProperty("");

    private final VBox form = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(form);
    private boolean showing;

    public MachineView(MachineViewModel model) {
        this.model = model;
        backend.getItems().setAll("auto", "qemu", "vfkit", "hyperkit", "hyperv");
        backend.getSelectionModel()
                .selectedItemProperty()
                .subscribe(word -> set(profile ->
                        profile.withBackend(Optional.ofNullable(word).filter(text -> !text.equals("auto")))));
        commits(cpus, this::setCpus);
        commits(memory, this::setMemory);
        commits(data, text -> set(profile -> profile.withData(Optional.of(text).filter(word -> !word.isBlank()))));
        cpus.setPromptText("1");
        memory.setPromptText(TEXTS.get("memory.prompt"));
        data.setPromptText(TEXTS.get("data.prompt"));
        HBox first = new HBox(
                24, field("backend", backend), field("cpus", cpus), new VBox(3, field("memory", memory), forecast()));
        first.getStyleClass().add("machine-first");
        form.getChildren()
                .addAll(
                        message(),
                        first,
                        new PortRows(model).node(),
                        new PrivateRows(model).node(),
                        new DiskRows(model).node(),
                        new ShareRows(model).node(),
                        new DeviceBoxes(model).node(),
                        field("data", data),
                        place());
        form.getStyleClass().add("machine");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("machine-scroll");
        scroll.sceneProperty().subscribe(scene -> model.reload());
        scroll.hoverProperty().subscribe(hover -> model.reload());
        model.side().subscribe(side -> show(side.profile()));
    }

    private void show(RunProfile profile) {
        showing = true;
        backend.getSelectionModel().select(profile.backend().orElse("auto"));
        put(cpus, profile.cpus().isPresent() ? String.valueOf(profile.cpus().getAsInt()) : "");
        put(memory, profile.memory().map(ByteSize::exact).orElse(""));
        put(data, profile.data().orElse(""));
        refused.set("");
        showing = false;
    }

    private static void put(TextField field, String text) {
        if (!field.isFocused()) {
            field.setText(text);
        }
    }

    private void set(UnaryOperator<RunProfile> change) {
        if (!showing) {
            model.set(change.apply(model.profile()));
        }
    }

    private void setCpus(String text) {
        if (text.isBlank()) {
            set(profile -> profile.withCpus(OptionalInt.empty()));
        } else if (text.strip().matches("[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]")) {
            set(profile -> profile.withCpus(OptionalInt.of(Integer.parseInt(text.strip()))));
        } else {
            refused.set(TEXTS.get("cpus.refused"));
        }
    }

    private void setMemory(String text) {
        String word = text.strip();
        Optional<ByteSize> size =
                ByteSize.parse(word.matches("[0-9]+") ? word + "M" : word).filter(found -> found.bytes() > 0);
        if (word.isEmpty() || size.isPresent()) {
            set(profile -> profile.withMemory(size));
        } else {
            refused.set(TEXTS.get("memory.refused"));
        }
    }

    /// When the user is done with a field.
    static void commits(TextField field, Consumer<String> done) {
        field.setOnAction(event -> done.accept(field.getText()));
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                done.accept(field.getText());
            }
        });
    }

    private static Node field(String key, Region control) {
        Label label = new Label(TEXTS.get(key));
        label.setLabelFor(control);
        label.getStyleClass().add("machine-label");
        control.setAccessibleText(TEXTS.get(key));
        control.getStyleClass().add("small");
        Label about = Labels.wrapped(TEXTS.get(key + ".about"), "machine-about");
        VBox box = new VBox(3, label, control, about);
        box.getStyleClass().add("machine-field");
        return box;
    }

    private Node forecast() {
        Hyperlink use = new Hyperlink();
        use.setWrapText(true);
        use.setMinHeight(Region.USE_PREF_SIZE);
        use.getStyleClass().add("machine-about");
        model.forecast().subscribe(now -> {
            boolean known = now.start().isPresent();
            use.setVisible(known);
            use.setManaged(known);
            if (known) {
                long comfortable = now.comfortable().orElseThrow();
                use.setText(TEXTS.get("forecast", now.start().getAsLong(), comfortable));
                use.setOnAction(
                        event -> set(profile -> profile.withMemory(Optional.of(new ByteSize(comfortable << 20)))));
            }
        });
        return use;
    }

    private Node message() {
        Label wrong = Labels.message(model.message(), "machine-wrong");
        Label notTaken = Labels.message(refused, "machine-wrong");
        VBox box = new VBox(wrong, notTaken);
        box.managedProperty().bind(wrong.visibleProperty().or(notTaken.visibleProperty()));
        return box;
    }

    private Node place() {
        Label label = Labels.wrapped("", "machine-about");
        model.side()
                .subscribe(side -> label.setText(model.place()
                        .map(file -> TEXTS.get("place", file.getFileName()))
                        .orElseGet(() -> TEXTS.get("place.unsaved"))));
        return label;
    }

    public Node node() {
        return scroll;
    }
}
