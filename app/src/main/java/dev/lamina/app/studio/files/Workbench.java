package dev.lamina.app.studio.files;

import dev.lamina.app.operation.LiveReview;
import dev.lamina.app.operation.TextFiles;
import dev.lamina.app.operation.TextFiles.Stamp;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.OpenDocument.Origin;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.edit.Document;
import dev.lamina.model.yaml.SourceText;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
    private final TextFiles files = new TextFiles();
    private final LazyDrafts drafts;
    private final Autosave autosave;
    private final DiskChanges changes;
    private final Saving saving;
    private final StartViewModel start;
    private final Closing closing;
    private final Arrivals arrivals = new Arrivals();
    private Consumer<OpenDocument> preparing = document -> {};

    /// One without file dialogs.
    public Workbench(Desk desk) {
        this(desk, new NoFileChoice());
    }

    public Workbench(Desk desk, FileChoice choice) {
        this.desk = desk;
        this.drafts = new LazyDrafts(desk.operations().home().data().resolve("drafts"));
        this.autosave = new Autosave(desk.background(), drafts, this::tell);
        this.changes = new DiskChanges(desk.background(), desk.operations().readComposition(), documents);
        this.start = new StartViewModel(this, desk);
        this.saving = new Saving(desk.background(), choice, changes, start::opened);
        this.closing = new Closing(current, saving, this::remove);
        changes.watch();
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

    /// What is offered while no document is open, and in the menu: recent files, templates.
    public StartViewModel start() {
        return start;
    }

    /// Opens a file, or brings it to the front when it is open.
    public void open(Path file) {
        Path path = file.toAbsolutePath().normalize();
        if (bringToFront(path)) {
            return;
        }
        arrivals.expect();
        desk.background()
                .compute(
                        () -> new Read(files.stamp(path), read(path)),
                        read -> arrivals.arrive(() -> prepare(path, read)),
                        problem -> arrivals.arrive(() -> () -> tell(problem)));
    }

    /// Returns what shows the document.
    private Runnable prepare(Path path, Read read) {
        if (bringToFront(path)) {
            return () -> {};
        }
        Origin origin = new Origin(Optional.of(path), read.document.text(), read.stamp, Origin.newDraft());
        OpenDocument opened = opened(read.document, String.valueOf(path.getFileName()), origin);
        preparing.accept(opened);
        return () -> {
            put(opened, false);
            start.opened(path);
        };
    }

    /// @param preparing begins with what is seen of a document, before that is in front
    public void prepareBy(Consumer<OpenDocument> preparing) {
        this.preparing = preparing;
    }

    /// The files that somebody wants opened, until they are.
    public Arrivals arrivals() {
        return arrivals;
    }

    private record Read(Stamp stamp, Document document) {}

    private Document read(Path file) {
        return Document.of(desk.operations()
                .readComposition()
                .texts(List.of(file.toString()), InputStream.nullInputStream())
                .getFirst());
    }

    private boolean bringToFront(Path path) {
        Optional<OpenDocument> there = documents.stream()
                .filter(document -> document.file().get().equals(Optional.of(path)))
                .findFirst();
        if (there.isPresent()) {
            current.set(there);
        }
        return there.isPresent();
    }

    /// A new document that is not saved yet.
    public void create(String text) {
        create(TEXTS.get("untitled"), text);
    }

    /// @param title what the file will probably be called
    void create(String title, String text) {
        create(title, text, created -> {});
    }

    /// @param then gets the new document, when it is in front
    public void create(String title, String text, Consumer<OpenDocument> then) {
        String free = Titles.free(title, documents);
        desk.background()
                .compute(
                        () -> Document.of(new SourceText(free, text)),
                        document -> {
                            put(opened(document, free, Origin.none()), false);
                            current.get().ifPresent(then);
                        },
                        this::tell);
    }

    private OpenDocument opened(Document document, String title, Origin origin) {
        LiveReview review = desk.operations().liveReview();
        return new OpenDocument(
                new DocumentSession(document, review::review, desk.background(), desk.clock()), title, origin);
    }

    private void put(OpenDocument opened, boolean isKept) {
        // A file that was opened while its draft was being looked for: the draft is what the user wants.
        List.copyOf(documents).stream()
                .filter(other -> other.file().get().isPresent()
                        && other.file().get().equals(opened.file().get())
                        && !other.unsaved().get())
                .forEach(this::remove);
        documents.add(opened);
        current.set(Optional.of(opened));
        autosave.follow(opened, isKept);
    }

    /// Opens what windows left that ended without being asked to. Call once when the window opens.
    public void recover() {
        new Recovery(desk, drafts, saving).begin(found -> put(found, true), this::discard, this::tell);
    }

    /// Saves a document in its file, or in one that the user names.
    public void save(OpenDocument document) {
        saving.save(document, () -> {});
    }

    public void saveAs(OpenDocument document) {
        saving.saveAs(document, () -> {});
    }

    public void saveAll() {
        List.copyOf(documents).stream()
                .filter(document -> document.unsaved().get())
                .forEach(this::save);
    }

    /// Takes the text that the file has now.
    public void reload(OpenDocument document) {
        changes.reload(document);
    }

    /// Closes a document. When it runs or is not saved, it comes to the front and asks.
    public void close(OpenDocument document) {
        closing.close(document, () -> {});
    }

    /// Closes one document after the other.
    ///
    /// @param closed done when none is left; not when the user wants to go on
    public void closeAll(Runnable closed) {
        if (documents.isEmpty()) {
            closed.run();
        } else {
            closing.close(documents.getFirst(), () -> closeAll(closed));
        }
    }

    /// What ends the machine of a document before that is closed.
    ///
    /// @param end ends what runs of the document, then does the task
    public void endBeforeClosing(BiConsumer<OpenDocument, Runnable> end) {
        closing.endBy(end);
    }

    private void discard(OpenDocument document) {
        remove(document);
        document.file().get().ifPresent(this::open);
    }

    private void remove(OpenDocument document) {
        int index = documents.indexOf(document);
        closing.end(document, () -> {});
        autosave.forget(document);
        documents.remove(document);
        if (current.get().equals(Optional.of(document))) {
            int next = Math.min(index, documents.size() - 1);
            current.set(next < 0 ? Optional.empty() : Optional.of(documents.get(next)));
        }
    }

    /// Call when the window is gone. Drafts that are left are offered the next time.
    public void dispose() {
        // Behind what is still to be written or forgotten.
        desk.background()
                .files(
                        () -> {
                            drafts.close();
                            return drafts;
                        },
                        done -> {},
                        problem -> {}); // what is left is offered the next time
    }

    private void tell(Exception problem) {
        message.set("");
        message.set(String.valueOf(problem.getMessage()));
    }
}
