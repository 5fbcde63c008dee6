package dev.lamina.app.studio.export;

import dev.lamina.app.picture.Colours;
import dev.lamina.app.picture.Link;
import dev.lamina.app.picture.PictureFormat;
import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.action.Action.Place;
import dev.lamina.app.studio.action.ActionBuilder;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.check.SystemView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Pictures of a document, as actions of the menu.
public final class ExportActions {
    private static final Texts TEXTS = Texts.of(ExportActions.class);

    private final ExportViewModel model;
    private final PictureChoice choice;
    private final Supplier<String> title;
    private final Supplier<Optional<Path>> folder;

    /// @param links what components have to do with each other; called in the background
    /// @param title what the document is called
    /// @param folder where it is kept
    public ExportActions(
            DocumentSession session,
            Desk desk,
            PictureChoice choice,
            Function<SystemView, List<Link>> links,
            Supplier<String> title,
            Supplier<Optional<Path>> folder) {
        this.model = new ExportViewModel(session, desk, links);
        this.choice = choice;
        this.title = title;
        this.folder = folder;
    }

    public List<Action> actions() {
        return List.of(
                ActionBuilder.of("export.picture", Place.FILE, TEXTS)
                        .icon("image")
                        .key("Shortcut+Shift+E")
                        .does(() -> save(Colours.LIGHT)),
                ActionBuilder.of("export.dark", Place.FILE, TEXTS)
                        .icon("theme-dark")
                        .does(() -> save(Colours.DARK)),
                ActionBuilder.of("export.links", Place.FILE, TEXTS)
                        .label(model.linked()
                                .map(now -> TEXTS.get(now ? "action.export.links.off" : "action.export.links")))
                        .icon("relations")
                        .does(() -> model.linked().set(!model.linked().get())),
                ActionBuilder.of("export.mermaid", Place.FILE, TEXTS)
                        .icon("copy")
                        .does(model::copyMermaid));
    }

    private void save(Colours colours) {
        String name = title.get().replaceFirst("\\.ya?ml$", "") + PictureFormat.SVG.ending();
        choice.picture(name, folder.get()).ifPresent(file -> model.save(file, colours));
    }
}
