package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the palette shows, and what is done with it. Everything is read in the background.
final class PaletteViewModel {
    private static final Texts TEXTS = Texts.of(PaletteViewModel.class);

    /// With more entries than this a search leaves the thread of the window.
    static final int FEW = 2000;

    private static final int MOST_FOUND = 50;

    private final PaletteSources sources;
    private final Background background;
    private final Consumer<Offer> add;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();

    /// Held here, as it hears of changes only while somebody holds it.
    private final ObservableList<PaletteRow> rowsSeen = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyObjectWrapper<Optional<PaletteEntry>> explained =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<Group> closed = EnumSet.of(Group.LINUXKIT, Group.COMMON, Group.STORE, Group.SNIPPETS);
    private List<PaletteEntry> fixed = List.of();
    private Stored stored = Stored.NOTHING;
    private Recent recent = Recent.NONE;
    private Optional<String> catalogueProblem = Optional.empty();
    private Optional<String> storeProblem = Optional.empty();
    private boolean loading = true;
    private PaletteSearch search = new PaletteSearch(List.of());

    /// @param add puts an offer into the document in front
    PaletteViewModel(PaletteSources sources, Background background, Consumer<Offer> add) {
        this.sources = sources;
        this.background = background;
        this.add = add;
        query.subscribe(this::show);
        background.compute(sources::recent, this::remember, problem -> remember(Recent.NONE));
        // Beside other work, so that a document does not wait for it.
        background.start(TEXTS.get("job.catalogue"), reporter -> sources.fixed(), this::load, this::noCatalogue);
        refresh();
    }

    /// What somebody looks for; empty shows the groups.
    StringProperty query() {
        return query;
    }

    ObservableList<PaletteRow> rows() {
        return rowsSeen;
    }

    /// The entry that is explained.
    ReadOnlyObjectProperty<Optional<PaletteEntry>> explained() {
        return explained.getReadOnlyProperty();
    }

    void explain(PaletteEntry entry) {
        explained.set(Optional.of(entry));
    }

    PaletteSearch search() {
        return search;
    }

    /// For those who type somewhere else; the first of what there is, as they read no more.
    List<PaletteEntry> find(String asked, Optional<Lane> lane) {
        List<PaletteEntry> everywhere = search.find(asked, Optional.empty());
        Stream<PaletteEntry> first = asked.isBlank() ? recent.of(everywhere).stream() : Stream.empty();
        return Stream.concat(first, everywhere.stream())
                .distinct()
                .sorted(Comparator.comparing(entry ->
                        lane.filter(wanted -> !entry.lanes().contains(wanted)).isPresent()))
                .limit(MOST_FOUND)
                .toList();
    }

    /// Opens a group, or closes it.
    void toggle(Group group) {
        if (!closed.remove(group)) {
            closed.add(group);
        }
        show();
    }

    /// Adds an entry to the document in front.
    ///
    /// @param lane empty for its usual one
    void add(PaletteEntry entry, Optional<Lane> lane) {
        add.accept(lane.map(wanted -> Offers.into(entry.offer(), wanted)).orElse(entry.offer()));
        used(entry);
    }

    /// Remembers that an entry was used.
    void used(PaletteEntry entry) {
        recent = recent.used(entry.id());
        Recent now = recent;
        background.files(
                () -> {
                    sources.keep(now);
                    return now;
                },
                done -> {},
                problem -> {}); // it is forgotten when the window is closed, which does no harm
        if (query.get().isBlank()) {
            show();
        }
    }

    void used(Offer offer) {
        search.find("", Optional.empty()).stream()
                .filter(entry -> entry.offer().equals(offer))
                .findFirst()
                .ifPresent(this::used);
    }

    /// Looks into the image store again.
    void refresh() {
        background.start(
                TEXTS.get("job.store"),
                reporter -> sources.stored(),
                now -> {
                    stored = now;
                    storeProblem = Optional.empty();
                    index();
                },
                problem -> {
                    storeProblem = Optional.of(TEXTS.get("problem.store", String.valueOf(problem.getMessage())));
                    index();
                });
    }

    private void remember(Recent kept) {
        recent = kept;
        show();
    }

    private void load(List<PaletteEntry> entries) {
        loading = false;
        fixed = entries;
        index();
    }

    private void noCatalogue(Exception problem) {
        loading = false;
        catalogueProblem = Optional.of(TEXTS.get("problem.catalogue", String.valueOf(problem.getMessage())));
        index();
    }

    private void index() {
        Stored now = stored;
        List<PaletteEntry> all = Stream.concat(fixed.stream().map(now::sized), now.entries().stream())
                .toList();
        background.compute(() -> new PaletteSearch(all), this::use, problem -> {});
    }

    private void use(PaletteSearch indexed) {
        search = indexed;
        explained
                .get()
                .flatMap(entry -> indexed.find("", Optional.empty()).stream()
                        .filter(other -> other.id().equals(entry.id()))
                        .findFirst())
                .ifPresent(this::explain);
        show();
    }

    private void show() {
        String asked = query.get().strip();
        PaletteSearch where = search;
        if (asked.isEmpty()) {
            rows.setAll(groups());
        } else if (where.size() <= FEW) {
            rows.setAll(Found.rows(asked, where.find(asked, Optional.empty())));
        } else {
            background.compute(
                    () -> Found.rows(asked, where.find(asked, Optional.empty())),
                    found -> {
                        if (asked.equals(query.get().strip()) && where == search) {
                            rows.setAll(found);
                        }
                    },
                    problem -> {});
        }
    }

    private List<PaletteRow> groups() {
        if (loading) {
            return List.of(new PaletteRow.Note(TEXTS.get("loading"), false));
        }
        GroupRows grouped = new GroupRows(search.find("", Optional.empty()), recent, closed);
        catalogueProblem.ifPresent(problem -> grouped.problem(Group.BUILT_IN, problem));
        storeProblem.ifPresent(problem -> grouped.problem(Group.STORE, problem));
        return grouped.rows();
    }
}
