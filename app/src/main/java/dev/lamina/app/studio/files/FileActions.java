package dev.lamina.app.studio.files;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Action.Place;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
        all.add(ofUnsaved("file.save", "save").key("Shortcut+S").does(() -> current(workbench::save)));
        all.add(ofCurrent("file.saveAs", "save-as").key("Shortcut+Shift+S").does(() -> current(workbench::saveAs)));
        all.add(ofCurrent("file.saveAll", "save").key("Shortcut+Alt+S").does(workbench::saveAll));
        all.add(ofFile("file.reload", "reset").does(() -> current(workbench::reload)));
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
        return ActionBuilder.of(id, Place.FILE, TEXTS)
                .icon(icon)
                .blocked(workbench.current().map(current -> current.isEmpty() ? TEXTS.get("blocked.none") : ""));
    }

    private ActionBuilder ofFile(String id, String icon) {
        ObservableValue<String> reason = workbench
                .current()
                .flatMap(current -> current.isEmpty()
                        ? new ReadOnlyStringWrapper(TEXTS.get("blocked.none"))
                        : current.get().file().map(file -> file.isEmpty() ? TEXTS.get("blocked.noFile") : ""));
        return ActionBuilder.of(id, Place.FILE, TEXTS).icon(icon).blocked(reason);
    }

    private ActionBuilder ofUnsaved(String id, String icon) {
        ObservableValue<String> reason = workbench
                .current()
                .flatMap(current -> current.isEmpty()
                        ? new ReadOnlyStringWrapper(TEXTS.get("blocked.none"))
                        : Bindings.createStringBinding(
                                () -> isSaved(current) ? TEXTS.get("blocked.saved") : "",
                                current.get().unsaved(),
                                current.get().file()));
        return ActionBuilder.of(id, Place.FILE, TEXTS).icon(icon).blocked(reason);
    }

    private static boolean isSaved(Optional<OpenDocument> current) {
        return current.filter(document ->
                        !document.unsaved().get() && document.file().get().isPresent())
                .isPresent();
    }
}
