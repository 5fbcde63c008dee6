package dev.lamina.app.studio.files;

import dev.lamina.app.operation.LiveReview;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.edit.Document;
import dev.lamina.model.yaml.SourceText;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The open documents, and the one that is in front.
public final class Workbench {
    private static final Texts TEXTS = Texts.of(Workbench.class);

    private final Desk desk;
    private final ObservableList<OpenDocument> documents = FXCollections.observableArrayList();

    /// Held here, as it hears of changes only while somebody holds it.
    private final ObservableList<OpenDocument> documentsSeen = FXCollections.unmodifiableObservableList(documents);
    private final ObjectProperty<Optional<OpenDocument>> current = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    public Workbench(Desk desk) {
        this.desk = desk;
    }

    public ObservableList<OpenDocument> documents() {
        return documentsSeen;
    }

    public ObjectProperty<Optional<OpenDocument>> current() {
        return current;
    }

    /// What went wrong with a file last.
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Opens a file, or brings it to the front when it is open.
    public void open(Path file) {
        Path path = file.toAbsolutePath().normalize();
        Optional<OpenDocument> there = documents.stream()
                .filter(document -> document.file().get().equals(Optional.of(path)))
                .findFirst();
        if (there.isPresent()) {
            current.set(there);
            return;
        }
        desk.background()
                .compute(
                        () -> Document.of(desk.operations()
                                .readComposition()
                                .texts(List.of(path.toString()), InputStream.nullInputStream())
                                .getFirst()),
                        document -> add(document, path.getFileName().toString(), Optional.of(path), document.text()),
                        problem -> message.set(String.valueOf(problem.getMessage())));
    }

    /// A new document that is not saved yet.
    public void create(String text) {
        String title = TEXTS.get("untitled");
        add(Document.of(new SourceText(title, text)), title, Optional.empty(), "");
    }

    private void add(Document document, String title, Optional<Path> file, String saved) {
        LiveReview review = desk.operations().liveReview();
        DocumentSession session = new DocumentSession(document, review::review, desk.background(), desk.clock());
        OpenDocument opened = new OpenDocument(session, title, file, saved);
        documents.add(opened);
        current.set(Optional.of(opened));
    }

    public void close(OpenDocument document) {
        int index = documents.indexOf(document);
        documents.remove(document);
        if (current.get().equals(Optional.of(document))) {
            int next = Math.min(index, documents.size() - 1);
            current.set(next < 0 ? Optional.empty() : Optional.of(documents.get(next)));
        }
    }
}
