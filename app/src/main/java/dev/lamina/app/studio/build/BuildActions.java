package dev.lamina.app.studio.build;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/// What can be done about the build of a document.
final class BuildActions {
    private static final Texts TEXTS = Texts.of(BuildActions.class);

    private final BuildViewModel model;
    private final Desk desk;
    private final Action build;
    private final Action cancel;
    private final Action folder;
    private final Action copy;
    private final Action reveal;

    /// @param show brings the pane to the front
    BuildActions(BuildViewModel model, Desk desk, Runnable show) {
        this.model = model;
        this.desk = desk;
        this.build = ActionBuilder.of("build.image", Action.Place.BUILD, TEXTS)
                .icon("build")
                .key("Shortcut+B")
                .blocked(Bindings.createStringBinding(
                        this::notNow, model.phase(), model.choices().problem()))
                .does(() -> {
                    show.run();
                    model.build();
                });
        this.cancel = ActionBuilder.of("build.cancel", Action.Place.BUILD, TEXTS)
                .icon("stop")
                .key("Shortcut+Shift+B")
                .blocked(model.phase().map(phase -> phase == Phase.BUILDING ? "" : TEXTS.get("blocked.notBuilding")))
                .does(model::cancel);
        ObservableValue<String> nothing =
                model.files().map(files -> files.isEmpty() ? TEXTS.get("blocked.notBuilt") : "");
        this.folder = ActionBuilder.of("build.folder", Action.Place.BUILD, TEXTS)
                .icon("folder")
                .blocked(nothing)
                .does(this::openFolder);
        this.copy = ActionBuilder.of("build.copyPath", Action.Place.BUILD, TEXTS)
                .icon("copy")
                .blocked(nothing)
                .does(this::copyPaths);
        this.reveal = ActionBuilder.of("build.reveal", Action.Place.BUILD, TEXTS)
                .icon("jump")
                .blocked(model.trouble()
                        .map(trouble -> trouble.flatMap(Trouble::span).isPresent() ? "" : TEXTS.get("blocked.noPlace")))
                .does(model::reveal);
    }

    private String notNow() {
        return model.phase().get().running()
                ? TEXTS.get("blocked.building")
                : model.choices().problem().get();
    }

    private void openFolder() {
        Path folder = Objects.requireNonNull(
                model.files().get().getFirst().path().toAbsolutePath().getParent());
        desk.background()
                .start(
                        TEXTS.get("opening", folder),
                        reporter -> {
                            desk.operations().openOutside().folder(folder);
                            return folder;
                        },
                        opened -> {},
                        model::say);
    }

    /// Of all files, one in a line.
    private void copyPaths() {
        desk.clipboard()
                .put(model.files().get().stream()
                        .map(file -> file.path().toAbsolutePath().toString())
                        .collect(Collectors.joining("\n")));
    }

    Action build() {
        return build;
    }

    Action cancel() {
        return cancel;
    }

    Action folder() {
        return folder;
    }

    Action copy() {
        return copy;
    }

    Action reveal() {
        return reveal;
    }

    List<Action> all() {
        return List.of(build, cancel, folder, copy, reveal);
    }
}
