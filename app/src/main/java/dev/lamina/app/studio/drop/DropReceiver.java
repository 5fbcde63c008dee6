package dev.lamina.app.studio.drop;

import dev.lamina.app.studio.session.DocumentSession;
import java.nio.file.Path;
import java.util.Optional;

/// The window, as far as it has to do with what is dropped on it.
public interface DropReceiver {

    void open(Path file);

    /// The document in front, which gets what is added.
    Optional<DocumentSession> document();

    /// Tells the user something.
    void say(String words);

    /// The store has other images than before.
    void imported();
}
