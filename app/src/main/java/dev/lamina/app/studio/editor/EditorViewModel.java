package dev.lamina.app.studio.editor;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.editor.Search.Range;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Fixing;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.check.Finding;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.TextPositions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Keeps the text of an editor and the document the same, findings at their places, and caret and selection together.
///
/// What is typed goes to the document with the document's own line ends; what others change comes back as the smallest
/// change of what is shown. Of very long lines only parts are shown.
final class EditorViewModel {
    private static final Texts TEXTS = Texts.of(EditorViewModel.class);
    private static final Duration REST = Duration.ofMillis(80);

    private final DocumentSession session;
    private final Background background;
    private final EditorArea area;
    private final ReadOnlyObjectWrapper<Marks> marks = new ReadOnlyObjectWrapper<>(Marks.NONE);
    private ShownText text;
    private Lines.Text lines;
    private Optional<Background.Job> resting = Optional.empty();
    private boolean selecting;

    EditorViewModel(DocumentSession session, Background background, EditorArea area) {
        this.session = session;
        this.background = background;
        this.area = area;
        this.text = ShownText.of(session.text().get());
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

    /// What the editor shows.
    String shown() {
        return text.shown();
    }

    /// The words in it that stand for parts of long lines.
    List<Range> signs() {
        return text.signs();
    }

    /// Whether such words lie within a piece of the text.
    boolean hides(int from, int to) {
        return text.hides(from, to);
    }

    /// Whether a change of that piece would leave half of such words.
    boolean divides(int from, int to) {
        return text.divides(from, to);
    }

    /// Tells why nothing happened.
    void refuse() {
        session.say(TEXTS.get("cut.refused"));
    }

    /// All that is between two places, also what is not shown of it.
    String whole(int from, int to) {
        return text.document(from, to);
    }

    Lines.Text lines() {
        return lines;
    }

    /// How the document ends its lines: `LF`, `CRLF`, `CR` or `mixed`.
    String lineEnds() {
        return text.lineEnds();
    }

    ReadOnlyObjectProperty<Marks> marks() {
        return marks.getReadOnlyProperty();
    }

    /// What somebody did to the text that is shown.
    void typed(TextChange change) {
        show(text.replace(change));
        marks.set(marks.get().after(change));
        if (!text.fits()) {
            background.onWindow(() -> showAgain(text.fit(text.toDocument(change.at()))));
        }
        session.type(text.document());
    }

    /// Several changes at once, as one step of the history.
    ///
    /// @param changes with the offsets of what is shown now, in order
    void typed(List<TextChange> changes) {
        session.type(text.replace(changes));
    }

    /// What somebody inserts that may be too much for the area to take at once. The caret comes behind it.
    void pasted(TextChange change) {
        ShownText after = text.replace(change);
        int behind = after.toDocument(change.at() + change.inserted().length());
        showAgain(after.fit(behind));
        area.reveal(text.toShown(behind));
        session.type(text.document());
    }

    /// Shows more of a long line.
    ///
    /// @param offset within the words that stand for a part, or at their edge: what is next to it is shown
    /// @return whether there was more
    boolean open(int offset) {
        Optional<Range> sign = text.signs().stream()
                .filter(each -> each.from() <= offset && offset <= each.to())
                .findFirst();
        sign.ifPresent(found -> {
            boolean left = offset - found.from() <= found.to() - offset;
            int place = text.toDocument(left ? found.from() : found.to());
            showAgain(text.open(place));
            area.reveal(text.toShown(place));
        });
        return sign.isPresent();
    }

    private void show(ShownText now) {
        text = now;
        lines = Lines.of(shown());
    }

    private void changed(String document) {
        if (!document.equals(text.document())) {
            showAgain(text.with(document));
        }
    }

    private void showAgain(ShownText now) {
        String before = shown();
        show(now);
        TextChange.between(before, shown()).ifPresent(made -> {
            marks.set(marks.get().after(made));
            area.change(made);
        });
    }

    private void mark(Optional<Reviewed> reviewed) {
        reviewed.ifPresent(now -> {
            ShownText read = text.with(now.documents().getFirst().text());
            Marks found = Marks.of(now.validation().findings(), read);
            marks.set(
                    TextChange.between(read.shown(), shown()).map(found::after).orElse(found));
        });
    }

    private void reveal(String path) {
        if (!selecting) {
            session.document().get().read().sources().find(path).ifPresent(this::reveal);
        }
    }

    /// Brings a place of the document into view, as it was when it was read last.
    void reveal(SourceSpan span) {
        String read = session.document().get().text();
        TextPositions positions = new TextPositions(read);
        if (span.line() <= positions.lines()) {
            int place = positions.of(span.line(), span.column());
            int now = TextChange.between(read, text.document())
                    .map(change -> change.moved(place))
                    .orElse(place);
            showAgain(text.open(now));
            area.reveal(text.toShown(now));
        }
    }

    /// The column of the document, counted from 0.
    int column(int offset) {
        int start = lines.start(lines.at(Math.min(offset, shown().length())));
        return text.toDocument(offset) - text.toDocument(start);
    }

    /// The place of what is shown that a line and a column of the document have; the nearest one that there is.
    int offset(int line, long column) {
        int there = Math.clamp(line, 0, lines.count() - 1);
        long first = text.toDocument(lines.start(there));
        int place = (int) Math.clamp(first + column, first, text.toDocument(lines.end(there)));
        showAgain(text.open(place));
        return text.toShown(place);
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
        Fixing.make(session, finding);
    }
}
