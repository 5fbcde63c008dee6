package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.drop.DropReceiver;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.files.Workbench;
import dev.lamina.app.studio.palette.PaletteView;
import dev.lamina.app.studio.session.DocumentSession;
import java.nio.file.Path;
import java.util.Optional;

/// What becomes of things that the desktop drops on the window.
///
/// @param message says what cannot be taken
record Drops(Workbench workbench, PaletteView palette, MessageBar message) implements DropReceiver {

    @Override
    public void open(Path file) {
        workbench.open(file);
    }

    @Override
    public Optional<DocumentSession> document() {
        return workbench.current().get().map(OpenDocument::session);
    }

    @Override
    public void say(String words) {
        message.show(words);
    }

    @Override
    public void imported() {
        palette.refresh();
        document().ifPresent(DocumentSession::reviewAgain);
    }
}
