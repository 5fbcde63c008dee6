package dev.lamina.app.studio.export;

import dev.lamina.app.operation.DrawPicture;
import dev.lamina.app.operation.DrawPicture.Wish;
import dev.lamina.app.picture.Colours;
import dev.lamina.app.picture.Link;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.ClipboardText;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.yaml.ReadResult;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Makes pictures of a document. They are of what the canvas shows.
final class ExportViewModel {
    private static final Texts TEXTS = Texts.of(ExportViewModel.class);

    private final DocumentSession session;
    private final Background background;
    private final ClipboardText clipboard;
    private final DrawPicture pictures;
    private final Function<SystemView, List<Link>> links;
    private final BooleanProperty linked = new SimpleBooleanProperty();

    /// @param links what components have to do with each other; called in the background
    ExportViewModel(DocumentSession session, Desk desk, Function<SystemView, List<Link>> links) {
        this.session = session;
        this.background = desk.background();
        this.clipboard = desk.clipboard();
        this.pictures = desk.operations().drawPicture();
        this.links = links;
    }

    /// Whether pictures show what components have to do with each other.
    BooleanProperty linked() {
        return linked;
    }

    /// @param file its ending says in which format
    void save(Path file, Colours colours) {
        ReadResult read = session.shown().get().read();
        Wish wish = wish(colours);
        background.files(
                () -> {
                    pictures.write(file, read, wish);
                    return file;
                },
                done -> session.say(TEXTS.get("saved", done)),
                this::tell);
    }

    /// Puts the text of a flowchart into the clipboard.
    void copyMermaid() {
        ReadResult read = session.shown().get().read();
        Wish wish = wish(Colours.LIGHT);
        background.compute(
                () -> pictures.mermaid(read, wish),
                text -> {
                    clipboard.put(text);
                    session.say(TEXTS.get("copied"));
                },
                this::tell);
    }

    private Wish wish(Colours colours) {
        return new Wish(colours, linked.get() ? links : system -> List.of());
    }

    private void tell(Exception problem) {
        String hint = problem instanceof LaminaException known ? known.hint().orElse("") : "";
        session.say(
                hint.isEmpty()
                        ? String.valueOf(problem.getMessage())
                        : TEXTS.get("failed", String.valueOf(problem.getMessage()), hint));
    }
}
