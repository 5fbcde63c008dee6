package dev.lamina.app.studio.build;

import dev.lamina.app.operation.Formats;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import dev.lamina.assembler.segment.CompressionLevel;
import dev.lamina.model.value.Arch;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The form of what is to be built: formats with what each is for, architecture, names, compression.
final class ChoicesView {
    private static final Texts TEXTS = Texts.of(ChoicesView.class);

    private final ChoicesModel model;
    private final VBox form = new VBox();
    private final ScrollPane pane = new ScrollPane(form);

    ChoicesView(ChoicesModel model) {
        this.model = model;
        form.getStyleClass().add("build-form");
        heading("formats");
        Formats.names().forEach(this::format);
        heading("arch");
        form.getChildren()
                .add(choice(
                        "arch",
                        List.of(Arch.values()),
                        arch -> TEXTS.get("arch." + arch.ociName()),
                        BuildChoices::arch,
                        arch -> model.choose(now -> now.withArch(arch))));
        heading("name");
        text("name", model.badName(), BuildChoices::name, model::name);
        heading("folder");
        TextField folder =
                text("folder", model.badFolder(), choices -> choices.folder().toString(), model::folder);
        browse(folder);
        heading("compression");
        form.getChildren()
                .add(choice(
                        "compression",
                        List.of(CompressionLevel.values()),
                        level -> TEXTS.get("compression." + level),
                        BuildChoices::compression,
                        level -> model.choose(now -> now.withCompression(level))));
        pane.setFitToWidth(true);
        pane.getStyleClass().add("build-choices");
    }

    Node node() {
        return pane;
    }

    private void heading(String key) {
        form.getChildren().add(Labels.wrapped(TEXTS.get(key), "build-heading"));
    }

    private void format(String name) {
        CheckBox box = new CheckBox(TEXTS.get("format." + name));
        Label about = Labels.wrapped(TEXTS.get("format." + name + ".about"), "muted", "build-about");
        box.setWrapText(true);
        box.setAccessibleHelp(about.getText());
        box.setOnAction(event -> {
            model.choose(now -> now.withFormat(name, box.isSelected()));
            box.setSelected(model.choices().get().has(name)); // the last one stays
        });
        model.choices().subscribe(now -> box.setSelected(now.has(name)));
        form.getChildren().add(new VBox(box, about));
    }

    private TextField text(
            String key, ObservableValue<String> bad, Function<BuildChoices, String> value, Consumer<String> typed) {
        TextField field = new TextField();
        field.getStyleClass().add("small");
        field.setAccessibleText(TEXTS.get(key));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(field.textProperty());
        field.setTooltip(whole);
        field.setOnAction(event -> typed.accept(field.getText()));
        field.focusedProperty().subscribe((before, focused) -> {
            if (!focused && !field.getText().equals(value.apply(model.choices().get()))) {
                typed.accept(field.getText());
            }
        });
        model.choices().subscribe(now -> field.setText(value.apply(now)));
        form.getChildren().addAll(field, Labels.message(bad, "build-bad"));
        return field;
    }

    /// Puts a button beside the field of the folder.
    private void browse(TextField folder) {
        Button button = new Button("", Icons.of("folder", 14));
        button.getStyleClass().addAll("small", "button-icon");
        button.setAccessibleText(TEXTS.get("folder.choose"));
        button.setTooltip(new Tooltip(TEXTS.get("folder.choose")));
        button.setOnAction(event -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(TEXTS.get("folder.choose"));
            File now = new File(folder.getText());
            if (now.isDirectory()) {
                chooser.setInitialDirectory(now);
            }
            @Nullable File chosen = chooser.showDialog(button.getScene().getWindow());
            if (chosen != null) {
                model.folder(chosen.getPath());
            }
        });
        int at = form.getChildren().indexOf(folder);
        HBox.setHgrow(folder, Priority.ALWAYS);
        HBox row = new HBox(4);
        form.getChildren().set(at, row);
        row.getChildren().addAll(folder, button);
    }

    private <T> ComboBox<T> choice(
            String key,
            List<T> values,
            Function<T, String> words,
            Function<BuildChoices, T> value,
            Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.getStyleClass().addAll("small", "build-choice");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(TEXTS.get(key));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T each) {
                return each == null ? "" : words.apply(each);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("nobody can type here");
            }
        });
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(box.valueProperty().map(words).orElse(""));
        box.setTooltip(whole);
        model.choices().subscribe(now -> box.setValue(value.apply(now)));
        box.valueProperty().subscribe((before, now) -> {
            if (now != null) {
                chosen.accept(now);
            }
        });
        return box;
    }
}
