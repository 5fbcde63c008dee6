package dev.lamina.app.studio.files;

import dev.lamina.app.operation.RecentFiles;
import dev.lamina.app.operation.RecentFiles.Recent;
import dev.lamina.app.operation.Templates;
import dev.lamina.app.operation.Templates.Template;
import dev.lamina.app.picture.Sketch;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.session.Desk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/// What there is to begin with: the files that were opened last, and templates.
public final class StartViewModel {
    private static final Duration SOON = Duration.ofMillis(100);

    /// The list of recent files stays as it was: nobody loses more than a way to a file.
    private static final Consumer<Exception> PASSED_OVER = problem -> {};

    private final Workbench workbench;
    private final Background background;
    private final RecentFiles recentFiles;
    private final Templates templates = new Templates();
    private final ObservableList<Recent> recent = FXCollections.observableArrayList();

    /// Held here, as it hears of changes only while somebody holds it.
    private final ObservableList<Recent> recentSeen = FXCollections.unmodifiableObservableList(recent);

    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Template>> found = new ReadOnlyObjectWrapper<>(templates.all());
    private final ObservableMap<String, Sketch> sketches = FXCollections.observableHashMap();

    /// Held here, as it hears of changes only while somebody holds it.
    private final ObservableMap<String, Sketch> sketchesSeen = FXCollections.unmodifiableObservableMap(sketches);
    private boolean sketched;

    StartViewModel(Workbench workbench, Desk desk) {
        this.workbench = workbench;
        this.background = desk.background();
        this.recentFiles = new RecentFiles(desk.operations().home().data().resolve("recent.txt"));
        query.subscribe(words -> find());
    }

    /// The newest first.
    public ObservableList<Recent> recent() {
        return recentSeen;
    }

    /// Looks again which files there are. Call when it is shown.
    public void refresh() {
        background.files(recentFiles::all, recent::setAll, PASSED_OVER);
        // The window is drawn first; and when a document is opened with it, nobody will look at templates.
        background.later(SOON, () -> {
            if (!sketched && workbench.current().get().isEmpty()) {
                sketched = true;
                templates.all().forEach(this::sketch);
            }
        });
    }

    private void sketch(Template template) {
        background.files(
                () -> templates.sketch(template),
                sketch -> {
                    sketches.put(template.name(), sketch);
                    find(); // by its parts, too
                },
                problem -> {}); // its tile has no picture
    }

    public void open(Recent file) {
        workbench.open(file.file());
    }

    /// Takes a file out of the list; the file itself stays.
    public void forget(Recent file) {
        background.files(() -> recentFiles.remove(file.file()), recent::setAll, PASSED_OVER);
    }

    void opened(Path file) {
        background.files(() -> recentFiles.add(file), recent::setAll, PASSED_OVER);
    }

    public List<Template> templates() {
        return templates.all();
    }

    /// Words that templates are looked for with; empty for all.
    public StringProperty query() {
        return query;
    }

    /// The templates with these words.
    public ReadOnlyObjectProperty<List<Template>> found() {
        return found.getReadOnlyProperty();
    }

    /// What templates consist of, by their names; they come one after the other.
    public ObservableMap<String, Sketch> sketches() {
        return sketchesSeen;
    }

    private void find() {
        String words = query.get().strip().toLowerCase(Locale.ROOT);
        List<Template> now = templates.all().stream()
                .filter(template -> matches(template, words))
                .toList();
        if (!now.equals(found.get())) {
            found.set(now);
        }
    }

    private boolean matches(Template template, String words) {
        String parts = Optional.ofNullable(sketches.get(template.name()))
                .map(sketch -> sketch.layers().stream()
                        .flatMap(layer -> layer.items().stream().map(Sketch.Item::name))
                        .collect(Collectors.joining(" ")))
                .orElse("");
        String all = String.join(" ", template.name(), template.title(), template.about(), parts)
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(words.split("\\s+")).allMatch(all::contains);
    }

    /// Begins with the template of this name, when there is one.
    public void create(String name) {
        templates.all().stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .ifPresent(this::create);
    }

    /// A new document with the text of a template.
    public void create(Template template) {
        workbench.create(template.name() + ".yml", templates.text(template));
    }
}
