package dev.lamina.app.studio.shell;

import dev.lamina.app.picture.Link;
import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.export.ExportActions;
import dev.lamina.app.studio.export.FxPictureChoice;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.relations.Relation;
import dev.lamina.app.studio.relations.Relations;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.model.check.SystemView;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/// Pictures of an open document, with the relations that its canvas shows.
final class Exports {
    private Exports() {}

    /// @param view what is in the window that dialogs stand before
    static List<Action> actions(OpenDocument document, Desk desk, Node view) {
        FxPictureChoice choice = new FxPictureChoice(
                () -> view.getScene() == null ? null : view.getScene().getWindow());
        return new ExportActions(
                        document.session(),
                        desk,
                        choice,
                        Exports::links,
                        () -> document.title().get(),
                        () -> document.file().get().map(Path::getParent))
                .actions();
    }

    static List<Link> links(SystemView system) {
        return Relations.of(system).stream()
                .flatMap(relation -> relation.component().map(to -> link(relation, to.path())).stream())
                .toList();
    }

    private static Link link(Relation relation, String to) {
        return new Link(relation.from().path(), to, relation.kind().word());
    }
}
