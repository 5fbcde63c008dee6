package dev.lamina.app.studio.quickadd;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Gestures;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.session.PlainOffers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Quick add: what is typed, what fits it, which of that is chosen, and where it goes.
final class QuickAddViewModel {
    private static final Texts TEXTS = Texts.of(QuickAddViewModel.class);

    /// Nobody reads further down; they type more.
    private static final int MOST = 50;

    private final DocumentSession session;
    private final Entries entries;
    private final StringProperty query = new SimpleStringProperty("");
    private final Consumer<Offer> added;
    private final ObservableList<Entry> matches = FXCollections.observableArrayList();

    /// Held here, as it hears of changes only while somebody holds it.
    private final ObservableList<Entry> matchesSeen = FXCollections.unmodifiableObservableList(matches);
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private Optional<Lane> wanted = Optional.empty();

    /// In front of which component what is added comes, when it goes to that lane.
    private Optional<Place> before = Optional.empty();

    /// @param added is told what was added
    QuickAddViewModel(DocumentSession session, Entries entries, Consumer<Offer> added) {
        this.added = added;
        this.session = session;
        this.entries = entries;
        query.subscribe(text -> {
            if (open.get()) {
                search();
            }
        });
    }

    StringProperty query() {
        return query;
    }

    ObservableList<Entry> matches() {
        return matchesSeen;
    }

    /// The number of the match that would be added; -1 when there is none.
    ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /// What was added last, or that nothing fits.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Asks what to add: behind the component that is selected, if it fits there.
    void begin() {
        Optional<Place> behind = session.selection()
                .single()
                .get()
                .filter(place -> place.lane() != Lane.KERNEL)
                .map(place -> new Place(place.lane(), place.index() + 1));
        begin(Optional.empty(), behind);
    }

    /// Asks what to add to a lane.
    ///
    /// @param index in front of which component
    void begin(Lane lane, int index) {
        begin(Optional.of(lane), Optional.of(new Place(lane, index)));
    }

    private void begin(Optional<Lane> lane, Optional<Place> place) {
        wanted = lane;
        before = place;
        message.set("");
        open.set(true);
        query.set("");
        search();
    }

    void close() {
        open.set(false);
    }

    private void search() {
        String text = query.get().strip();
        List<Entry> found =
                new ArrayList<>(entries.find(text, wanted).stream().limit(MOST).toList());
        boolean known = found.stream()
                .anyMatch(entry ->
                        entry.title().equals(text) || entry.offer().name().equals(text));
        if (!known) {
            plain(text).ifPresent(entry -> found.add(isSure(text) ? 0 : found.size(), entry));
        }
        matches.setAll(found);
        chosen.set(found.isEmpty() ? -1 : 0);
        if (found.isEmpty()) {
            message.set(TEXTS.get("nothing", text));
        } else if (!text.isEmpty()) {
            message.set("");
        }
    }

    private static boolean isSure(String text) {
        return PlainOffers.isPath(text) || PlainOffers.isSurelyImage(text);
    }

    /// What nobody offers but the user may mean: an image, a file.
    private Optional<Entry> plain(String text) {
        Optional<Offer> file = PlainOffers.file(text);
        if (file.isPresent()) {
            return file.map(offer -> new Entry("file", TEXTS.get("file", text), TEXTS.get("file.summary"), offer));
        }
        return PlainOffers.image(text).map(offer -> {
            Lane lane = wanted.filter(wish -> offer.in(wish).isPresent()).orElse(Lane.SERVICES);
            return new Entry("image", TEXTS.get("image." + lane.key(), text), TEXTS.get("image.summary"), offer);
        });
    }

    void choose(int number) {
        if (number >= 0 && number < matches.size()) {
            chosen.set(number);
        }
    }

    /// Up or down, and round.
    void step(int by) {
        if (!matches.isEmpty()) {
            chosen.set(Math.floorMod(chosen.get() + by, matches.size()));
        }
    }

    /// The lane that an entry would go to.
    Lane lane(Entry entry) {
        return entry.lane(wanted);
    }

    /// Adds what is chosen.
    ///
    /// @param another whether to ask for the next one then
    void add(boolean another) {
        if (chosen.get() < 0) {
            return;
        }
        Entry entry = matches.get(chosen.get());
        Lane lane = lane(entry);
        Optional<Place> place = before.filter(each -> each.lane() == lane);
        session.apply(document -> Gestures.add(
                document,
                entry.offer(),
                lane,
                place.map(Place::index).orElseGet(() -> Place.count(document.composition(), lane))));
        added.accept(entry.offer());
        // The next one comes behind this one.
        before = place.map(each -> new Place(lane, each.index() + 1)).or(() -> before);
        if (another) {
            query.set("");
            search();
            message.set(TEXTS.get("added", entry.offer().name()));
        } else {
            close();
        }
    }
}
