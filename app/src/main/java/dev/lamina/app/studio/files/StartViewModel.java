package dev.lamina.app.studio.files;

import dev.lamina.app.operation.RecentFiles;
import dev.lamina.app.operation.RecentFiles.Recent;
import dev.lamina.app.operation.Templates;
import dev.lamina.app.operation.Templates.Template;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.session.Desk;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What there is to begin with: the files that were opened last, and templates.
public final class StartViewModel {
    private final Workbench workbench;
    private final Background background;
    private final RecentFiles recentFiles;
    private final Templates templates = new Templates();
    private final ObservableList<Recent> recent = FXCollections.observableArrayList();

    /// Held here, as it hears of changes only while somebody holds it.
    private final ObservableList<Recent> recentSeen = FXCollections.unmodifiableObservableList(recent);

    StartViewModel(Workbench workbench, Desk desk) {
        this.workbench = workbench;
        this.background = desk.background();
        this.recentFiles = new RecentFiles(desk.operations().home().data().resolve("recent.txt"));
    }

    /// The newest first.
    public ObservableList<Recent> recent() {
        return recentSeen;
    }

    /// Looks again which files there are.
    public void refresh() {
        background.files(recentFiles::all, recent::setAll, problem -> {});
    }

    public void open(Recent file) {
        workbench.open(file.file());
    }

    /// Takes a file out of the list; the file itself stays.
    public void forget(Recent file) {
        background.files(() -> recentFiles.remove(file.file()), recent::setAll, problem -> {});
    }

    void opened(Path file) {
        background.files(() -> recentFiles.add(file), recent::setAll, problem -> {});
    }

    public List<Template> templates() {
        return templates.all();
    }

    /// A new document with the text of a template.
    public void create(Template template) {
        workbench.create(template.name() + ".yml", templates.text(template));
    }
}
