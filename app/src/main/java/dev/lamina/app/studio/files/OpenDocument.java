package dev.lamina.app.studio.files;

import dev.lamina.app.studio.session.DocumentSession;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A document with the file that it is kept in, when it is kept in one.
public final class OpenDocument {
    private final DocumentSession session;
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyObjectWrapper<Optional<Path>> file;
    private final ReadOnlyStringWrapper savedText;
    private final BooleanBinding unsaved;

    OpenDocument(DocumentSession session, String title, Optional<Path> file, String savedText) {
        this.session = session;
        this.title = new ReadOnlyStringWrapper(title);
        this.file = new ReadOnlyObjectWrapper<>(file);
        this.savedText = new ReadOnlyStringWrapper(savedText);
        this.unsaved = Bindings.createBooleanBinding(
                () -> !session.text().get().equals(this.savedText.get()), session.text(), this.savedText);
    }

    public DocumentSession session() {
        return session;
    }

    /// The name of the file, or what a new document is called.
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Path>> file() {
        return file.getReadOnlyProperty();
    }

    /// Whether the text is another one than in the file.
    public BooleanBinding unsaved() {
        return unsaved;
    }

    void savedAs(Path path, String text) {
        file.set(Optional.of(path));
        title.set(path.getFileName().toString());
        savedText.set(text);
    }
}
