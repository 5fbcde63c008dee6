package dev.lamina.app.studio.session;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Gestures.Made;
import dev.lamina.app.studio.session.Gesturing.Applied;
import dev.lamina.model.Composition;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.edit.Change;
import dev.lamina.model.edit.Document;
import dev.lamina.model.edit.History;
import dev.lamina.model.problem.InvalidCompositionException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One open document: what every view of it shows, and the one gate for everything that changes it.
///
/// The text is known at once; what is read of it and what is found in it follow from the background. For use on the
/// thread of the window.
public final class DocumentSession {
    private static final Texts TEXTS = Texts.of(DocumentSession.class);

    private final Clock clock;
    private final Selection selection = new Selection();
    private final Live live = new Live();
    private final ReadOnlyObjectWrapper<History> history;
    private final ReadOnlyStringWrapper text;
    private final ReadOnlyObjectWrapper<Document> document;
    private final ReadOnlyObjectWrapper<Document> shown;
    private final Reading reading;
    private final Gesturing gesturing;
    private final Reviewing reviewing;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    public DocumentSession(Document opened, Reviewer reviewer, Background background, Clock clock) {
        this(
                opened,
                History.begin(TEXTS.get("step.opened"), opened.text(), clock.instant()),
                reviewer,
                background,
                clock);
    }

    /// @param past what was done to the document before, up to the text that it has
    public DocumentSession(Document opened, History past, Reviewer reviewer, Background background, Clock clock) {
        this.clock = clock;
        this.history = new ReadOnlyObjectWrapper<>(past);
        this.text = new ReadOnlyStringWrapper(opened.text());
        this.document = new ReadOnlyObjectWrapper<>(opened);
        this.shown = new ReadOnlyObjectWrapper<>(opened);
        this.reading = new Reading(text, opened, background, this::show, this::refuse);
        this.gesturing = new Gesturing(text, reading, background, this::accept, this::refuse);
        this.reviewing = new Reviewing(document, reviewer, background, this::refuse);
        reviewing.review();
    }

    /// The newest text. The editor shows it; others want [#shown].
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /// What was read of the text last; it may be a few keys behind the text.
    public ReadOnlyObjectProperty<Document> document() {
        return document.getReadOnlyProperty();
    }

    /// The last document that is YAML: what canvas and forms show while somebody types.
    public ReadOnlyObjectProperty<Document> shown() {
        return shown.getReadOnlyProperty();
    }

    public Composition composition() {
        return shown.get().composition();
    }

    /// What the rules say of the document, and the system as they saw it. May be of the document before; compare
    /// `documents().getFirst().text()`.
    public ReadOnlyObjectProperty<Optional<Reviewed>> reviewed() {
        return reviewing.reviewed().getReadOnlyProperty();
    }

    /// How strict reviews are. Another one has the document reviewed again.
    public ObjectProperty<Profile> profile() {
        return reviewing.profile();
    }

    /// On what machine the document will be run, as far as that is known. Another one has the document reviewed
    /// again.
    public ObjectProperty<RunFacts> run() {
        return reviewing.run();
    }

    /// Reviews the document as it is, as something beside it has changed: images that were pulled, files.
    public void reviewAgain() {
        reviewing.review();
    }

    public ReadOnlyObjectProperty<History> history() {
        return history.getReadOnlyProperty();
    }

    public Selection selection() {
        return selection;
    }

    /// What of the document runs.
    public Live live() {
        return live;
    }

    /// Why the last gesture was refused; empty after one that was not.
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Tells the user something about what they just did.
    public void say(String words) {
        message.set("");
        message.set(words);
    }

    /// Does what a gesture means. What is selected stays selected by number.
    public void apply(Change change) {
        apply(document -> new Made(change, List.of()));
    }

    /// Does what a gesture means for the document that it finds, and selects what came of it: gestures that follow one
    /// another quickly each see what the one before did.
    ///
    /// @param gesture called in the background
    public void apply(Function<Document, Made> gesture) {
        gesturing.add(before -> {
            Made made = gesture.apply(before);
            return new Applied(made.change().label(), before.apply(made.change()), made.places());
        });
    }

    /// Writes the text anew where no edit says what is meant, such as for comments. A step of the history of its own.
    ///
    /// @param label for the history
    /// @param rewriting from the document to its text; called in the background
    public void rewrite(String label, Function<Document, String> rewriting) {
        gesturing.add(document -> new Applied(label, document.with(rewriting.apply(document)), List.of()));
    }

    private void accept(Applied applied) {
        message.set("");
        if (!applied.document().text().equals(text.get())) {
            history.set(history.get().done(applied.label(), applied.document().text(), clock.instant()));
            text.set(applied.document().text());
            show(applied.document());
        }
        if (!applied.selected().isEmpty()) {
            selection.only(applied.selected().stream()
                    .filter(place -> place.exists(composition()))
                    .toList());
        }
    }

    private void refuse(Exception problem) {
        if (problem instanceof InvalidCompositionException e) {
            say(TEXTS.get("refused", e.problems().getFirst().message()));
        } else {
            say(TEXTS.get("failed", String.valueOf(problem.getMessage())));
        }
    }

    /// What somebody typed in the text.
    public void type(String newText) {
        if (!newText.equals(text.get())) {
            history.set(history.get().typed(TEXTS.get("step.typed"), newText, clock.instant()));
            text.set(newText);
            reading.read();
        }
    }

    public void undo() {
        travel(History::undo);
    }

    public void redo() {
        travel(History::redo);
    }

    /// To a step of the history.
    public void goTo(int step) {
        travel(past -> step < past.steps().size() ? past.goTo(step) : past);
    }

    private void travel(UnaryOperator<History> way) {
        gesturing.behind(() -> {
            message.set("");
            history.set(way.apply(history.get()));
            if (!history.get().text().equals(text.get())) {
                text.set(history.get().text());
                reading.read();
            }
        });
    }

    private void show(Document now) {
        document.set(now);
        if (now.readable()) {
            shown.set(now);
            Composition composition = now.composition();
            List<Place> there = selection.places().stream()
                    .filter(place -> place.exists(composition))
                    .toList();
            if (there.size() < selection.places().size()) {
                selection.only(there);
            }
        }
        reviewing.review();
    }
}
