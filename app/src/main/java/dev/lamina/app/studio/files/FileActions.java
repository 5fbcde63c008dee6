package dev.lamina.app.studio.files;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Action.Place;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// What can be done with files, as actions of the menu.
public final class FileActions {
    private static final Texts TEXTS = Texts.of(FileActions.class);

    private final Workbench workbench;
    private final FileChoice choice;

    public FileActions(Workbench workbench, FileChoice choice) {
        this.workbench = workbench;
        this.choice = choice;
    }

    public List<Action> all() {
        List<Action> all = new ArrayList<>();
        all.add(ActionBuilder.of("file.new", Place.FILE, TEXTS)
                .icon("new")
                .key("Shortcut+N")
                .does(() -> workbench.create("")));
        all.add(ActionBuilder.of("file.open", Place.FILE, TEXTS)
                .icon("open")
                .key("Shortcut+O")
                .does(() -> choice.open().forEach(workbench::open)));
        all.add(ofCurrent("file.save", "save", FileActions::whyNotSave)
                .key("Shortcut+S")
                .does(() -> current(workbench::save)));
        all.add(ofCurrent("file.saveAs", "save-as").key("Shortcut+Shift+S").does(() -> current(workbench::saveAs)));
        all.add(ofCurrent("file.saveAll", "save").key("Shortcut+Alt+S").does(workbench::saveAll));
        all.add(ofCurrent("file.reload", "reset", FileActions::whyNotReload).does(() -> current(workbench::reload)));
        all.add(ofCurrent("file.close", "close").key("Shortcut+W").does(() -> current(workbench::close)));
        workbench
                .start()
                .templates()
                .forEach(template -> all.add(ActionBuilder.of("file.template", Place.NONE, TEXTS)
                        .label(new ReadOnlyStringWrapper(TEXTS.get("action.file.template.of", template.title())))
                        .icon("template")
                        .does(() -> workbench.start().create(template))));
        return all;
    }

    private void current(Consumer<OpenDocument> task) {
        workbench.current().get().ifPresent(task);
    }

    private ActionBuilder ofCurrent(String id, String icon) {
        return ofCurrent(id, icon, document -> new ReadOnlyStringWrapper(""));
    }

    /// @param reason why it cannot be done with a document; empty when it can
    private ActionBuilder ofCurrent(String id, String icon, Function<OpenDocument, ObservableValue<String>> reason) {
        ObservableValue<String> blocked = workbench
                .current()
                .flatMap(current ->
                        current.map(reason).orElseGet(() -> new ReadOnlyStringWrapper(TEXTS.get("blocked.none"))));
        return ActionBuilder.of(id, Place.FILE, TEXTS).icon(icon).blocked(blocked);
    }

    private static ObservableValue<String> whyNotSave(OpenDocument document) {
        return Bindings.createStringBinding(
                () -> !document.unsaved().get() && document.file().get().isPresent() ? TEXTS.get("blocked.saved") : "",
                document.unsaved(),
                document.file());
    }

    private static ObservableValue<String> whyNotReload(OpenDocument document) {
        return document.file().map(file -> file.isEmpty() ? TEXTS.get("blocked.noFile") : "");
    }
}
