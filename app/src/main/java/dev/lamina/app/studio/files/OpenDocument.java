package dev.lamina.app.studio.files;

import dev.lamina.app.operation.TextFiles.Stamp;
import dev.lamina.app.studio.session.DocumentSession;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A document with the file that it is kept in, when it is kept in one.
///
/// The files of its `files` section are relative to the directory that Lamina was started in, as LinuxKit has it, not
/// to this file; `@pkg:` names of images are relative to this file.
public final class OpenDocument {
    private final DocumentSession session;
    private final ReadOnlyStringWrapper title;
    private final ReadOnlyObjectWrapper<Optional<Path>> file;
    private final ReadOnlyStringWrapper savedText;
    private final ReadOnlyObjectWrapper<Optional<Offering>> offering = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding unsaved;
    private final String draft;
    private Stamp stamp;

    OpenDocument(DocumentSession session, String title, Origin origin) {
        this.session = session;
        this.title = new ReadOnlyStringWrapper(title);
        this.file = new ReadOnlyObjectWrapper<>(origin.file);
        this.savedText = new ReadOnlyStringWrapper(origin.saved);
        this.stamp = origin.stamp;
        this.draft = origin.draft;
        this.unsaved = Bindings.createBooleanBinding(
                () -> !session.text().get().equals(this.savedText.get()), session.text(), this.savedText);
    }

    /// Where a document comes from.
    ///
    /// @param saved the text that the file has
    /// @param stamp of the file when it had that text
    /// @param draft the name of its draft
    record Origin(Optional<Path> file, String saved, Stamp stamp, String draft) {
        static Origin none() {
            return new Origin(Optional.empty(), "", Stamp.NONE, newDraft());
        }

        static String newDraft() {
            return UUID.randomUUID().toString();
        }
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

    /// What builds and machines of it are called after: its file, or its title while it has none.
    public String named() {
        return file.get().map(Path::toString).orElseGet(title::get);
    }

    /// Whether the text is another one than in the file.
    public BooleanBinding unsaved() {
        return unsaved;
    }

    /// What the user should decide about the document.
    public ReadOnlyObjectProperty<Optional<Offering>> offering() {
        return offering.getReadOnlyProperty();
    }

    /// Does what a button of the bar says.
    public void choose(Offering.Choice choice) {
        offering.set(Optional.empty());
        choice.task().run();
    }

    void offer(Offering question) {
        offering.set(Optional.of(question));
    }

    /// Takes a question back that is answered otherwise.
    void withdraw(Offering.Subject subject) {
        if (offering.get().filter(question -> question.subject() == subject).isPresent()) {
            offering.set(Optional.empty());
        }
    }

    String savedText() {
        return savedText.get();
    }

    String draft() {
        return draft;
    }

    Stamp stamp() {
        return stamp;
    }

    /// Where the document is kept from now on.
    void keptIn(Path path, String text, Stamp now) {
        file.set(Optional.of(path));
        title.set(String.valueOf(path.getFileName()));
        fileHas(text, now);
    }

    /// What the file has, as far as the user knows.
    void fileHas(String text, Stamp now) {
        stamp = now;
        savedText.set(text);
    }
}
