package dev.lamina.app.studio.canvas;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.edit.Document;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.SourceSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// The cards of a document: at once when the document changes; what the rules say of them follows.
final class CanvasViewModel {
    private final Texts texts;
    private final DocumentSession session;
    private final Background background;
    private final CardReader reader;
    private final Function<Document, Map<String, String>> notesOf;
    private final CardMatcher matcher = new CardMatcher();
    private final ReadOnlyObjectWrapper<List<Card>> cards = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper unreadable = new ReadOnlyStringWrapper("");
    private final ObservableSet<Lane> closed = FXCollections.observableSet();
    private Map<Place, Card> byPlace = Map.of();
    private Map<Long, Card> byId = Map.of();
    private ReviewFacts facts = ReviewFacts.NONE;
    private Map<CardKey, String> notes = Map.of();
    private Optional<SourceSpan> mistake = Optional.empty();

    /// @param icons whether there is one of this name
    /// @param notesOf the notes of a document by path; called in the background
    CanvasViewModel(
            DocumentSession session,
            Background background,
            Texts texts,
            Predicate<String> icons,
            Function<Document, Map<String, String>> notesOf) {
        this.session = session;
        this.background = background;
        this.texts = texts;
        this.reader = new CardReader(texts, icons);
        this.notesOf = notesOf;
        session.shown().subscribe(this::documentIs);
        session.reviewed().subscribe(reviewed -> reviewed.ifPresent(this::lookAt));
        session.document().subscribe(this::tellWhetherReadable);
    }

    /// In boot order. Cards of the same component have the same number as before.
    ReadOnlyObjectProperty<List<Card>> cards() {
        return cards.getReadOnlyProperty();
    }

    int count(Lane lane) {
        return Place.count(session.composition(), lane);
    }

    Optional<Card> at(Place place) {
        return Optional.ofNullable(byPlace.get(place));
    }

    Optional<Card> card(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The lanes whose cards are hidden.
    ObservableSet<Lane> closed() {
        return closed;
    }

    void toggle(Lane lane) {
        if (!closed.remove(lane)) {
            closed.add(lane);
        }
    }

    /// Why the text cannot be read now, so that the cards are those of an earlier state; empty when it can.
    ReadOnlyStringProperty unreadable() {
        return unreadable.getReadOnlyProperty();
    }

    private void documentIs(Document document) {
        readNotes(document);
        refresh();
    }

    private void readNotes(Document document) {
        background.compute(
                () -> {
                    Map<CardKey, String> found = new HashMap<>();
                    Map<Place, CardKey> keys = CardKey.all(document.composition());
                    notesOf.apply(document)
                            .forEach((path, text) -> Place.of(path)
                                    .map(keys::get)
                                    .filter(Objects::nonNull)
                                    .ifPresent(key -> found.put(key, text)));
                    return found;
                },
                found -> {
                    if (!found.equals(notes)) {
                        notes = found;
                        refresh();
                    }
                },
                problem -> {}); // the notes stay as they were
    }

    /// While the text cannot be read, what was known before stays.
    private void lookAt(Reviewed reviewed) {
        if (!session.document().get().readable()) {
            return;
        }
        background.compute(
                () -> ReviewFacts.of(reviewed, texts),
                found -> {
                    facts = found;
                    refresh();
                },
                problem -> {}); // what was known stays
    }

    private void refresh() {
        List<Card> now = matcher.match(cards.get(), reader.read(session.composition(), facts, notes));
        if (now.equals(cards.get())) {
            return;
        }
        Map<Place, Card> places = new HashMap<>();
        Map<Long, Card> ids = new HashMap<>();
        now.forEach(card -> {
            places.put(card.place(), card);
            ids.put(card.id(), card);
        });
        byPlace = places;
        byId = ids;
        cards.set(now);
    }

    /// Where the text cannot be read; empty when it can.
    Optional<SourceSpan> mistake() {
        return mistake;
    }

    private void tellWhetherReadable(Document document) {
        Optional<Problem> first = document.readable()
                ? Optional.empty()
                : document.read().problems().stream().findFirst();
        mistake = first.map(Problem::span);
        unreadable.set(
                first.map(problem -> texts.get("unreadable", problem.span().line(), problem.message()))
                        .orElse(""));
    }
}
