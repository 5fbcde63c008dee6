package dev.lamina.app.studio.editor;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.check.Finding;
import dev.lamina.model.edit.Change;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.TextPositions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Keeps the text of an editor and the document the same, findings at their places, and caret and selection together.
///
/// What is typed goes to the document with the document's own line ends; what others change comes back as the smallest
/// change of what is shown.
final class EditorViewModel {
    private static final Duration REST = Duration.ofMillis(80);

    private final DocumentSession session;
    private final Background background;
    private final EditorArea area;
    private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
    private final ReadOnlyBooleanWrapper tooLong = new ReadOnlyBooleanWrapper();
    private LineEnds ends;
    private Lines.Text lines;
    private Optional<Background.Job> resting = Optional.empty();
    private boolean selecting;

    EditorViewModel(DocumentSession session, Background background, EditorArea area) {
        this.session = session;
        this.background = background;
        this.area = area;
        this.ends = LineEnds.of(session.text().get());
        this.tooLong.set(ends.tooLong());
        this.lines = Lines.of(shown());
        session.text().subscribe((before, now) -> changed(now));
        session.reviewed().subscribe(this::mark);
        session.selection().single().subscribe((before, now) -> now.ifPresent(place -> reveal(place.path())));
        session.selection().revealed().subscribe((before, now) -> now.ifPresent(this::reveal));
        session.selection().revealedSpan().subscribe((before, now) -> now.ifPresent(this::reveal));
    }

    DocumentSession session() {
        return session;
    }

    /// What the editor shows: the text, or nothing while it cannot be shown.
    String shown() {
        return tooLong.get() ? "" : ends.shown();
    }

    /// Whether the text has a line that is too long to be shown.
    ReadOnlyBooleanProperty tooLong() {
        return tooLong.getReadOnlyProperty();
    }

    Lines.Text lines() {
        return lines;
    }

    /// How the document ends its lines: `LF`, `CRLF`, `CR` or `mixed`.
    String lineEnds() {
        return ends.name();
    }

    ReadOnlyObjectProperty<Marks> marks() {
        return marks.getReadOnlyProperty();
    }

    /// What somebody did to the text that is shown.
    void typed(TextChange change) {
        show(ends.replace(change));
        marks.set(tooLong.get() ? Marks.NONE : marks.get().after(change));
        if (tooLong.get()) {
            int length = ends.shown().length();
            background.onWindow(() -> area.change(new TextChange(0, length, "")));
        }
        session.type(ends.document());
    }

    /// Several changes at once, as one step of the history.
    ///
    /// @param changes with the offsets of what is shown now, in order
    void typed(List<TextChange> changes) {
        session.type(ends.replace(changes).document());
    }

    private void show(LineEnds now) {
        ends = now;
        tooLong.set(now.tooLong());
        lines = Lines.of(shown());
    }

    private void changed(String document) {
        if (document.equals(ends.document())) {
            return;
        }
        String before = shown();
        show(LineEnds.of(document));
        Optional<TextChange> change = TextChange.between(before, shown());
        change.ifPresent(made -> {
            marks.set(marks.get().after(made));
            area.change(made);
        });
    }

    private void mark(Optional<Reviewed> reviewed) {
        reviewed.filter(now -> !tooLong.get()).ifPresent(now -> {
            String text = now.documents().getFirst().text();
            Marks found = Marks.of(now.validation().findings(), same(text));
            marks.set(TextChange.between(same(text).shown(), ends.shown())
                    .map(found::after)
                    .orElse(found));
        });
    }

    private LineEnds same(String document) {
        return document.equals(ends.document()) ? ends : LineEnds.of(document);
    }

    private void reveal(String path) {
        if (!selecting) {
            session.document().get().read().sources().find(path).ifPresent(this::reveal);
        }
    }

    /// Brings a place of the document into view, as it was when it was read last.
    void reveal(SourceSpan span) {
        LineEnds read = same(session.document().get().text());
        TextPositions positions = new TextPositions(read.document());
        if (span.line() <= positions.lines() && !tooLong.get()) {
            int offset = read.toShown(positions.of(span.line(), span.column()));
            area.reveal(TextChange.between(read.shown(), ends.shown())
                    .map(change -> change.moved(offset))
                    .orElse(offset));
        }
    }

    /// The user put the caret somewhere: what is there becomes selected, once the caret rests.
    void caretMoved(int offset) {
        resting.ifPresent(Background.Job::cancel);
        resting = Optional.of(background.later(REST, () -> select(offset)));
    }

    private void select(int offset) {
        Optional<Place> place = Place.of(path(offset)).filter(found -> found.exists(session.composition()));
        if (place.isEmpty() || session.selection().single().get().equals(place)) {
            return;
        }
        selecting = true;
        try {
            session.selection().only(place.get());
        } finally {
            selecting = false;
        }
    }

    /// The path of the value that a place of the text belongs to.
    String path(int offset) {
        int at = Math.min(offset, shown().length());
        int line = lines.at(at);
        return CaretPlace.path(lines, line, at - lines.start(line));
    }

    void fix(Finding finding) {
        finding.fix().ifPresent(fix -> session.apply(new Change(fix.label(), fix.edits())));
    }
}
