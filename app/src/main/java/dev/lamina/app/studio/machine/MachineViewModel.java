package dev.lamina.app.studio.machine;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.operation.TextFiles;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.profile.RunProfile;
import dev.lamina.app.profile.SideFacts;
import dev.lamina.app.profile.SideFile;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.OpenDocument;
import dev.lamina.app.studio.machine.SystemNeeds.Forecast;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.yaml.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What machine a document is run on, which its review knows as well: the section `run` of its side file, which is read
/// when somebody looks or runs,
/// and written as soon as something changes. A document that is not saved yet keeps it until it is.
public final class MachineViewModel {
    private static final Texts TEXTS = Texts.of(MachineViewModel.class);

    private final OpenDocument document;
    private final Background background;
    private final Path directory;
    private final TextFiles files = new TextFiles();
    private final ReadOnlyObjectWrapper<SideFile> side;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final SystemNeeds needs;

    /// What the last of the changes wants that are on their way into the file.
    private Optional<RunProfile> asked = Optional.empty();

    private int onTheirWay;

    /// @param directory names of files of a document that is not saved yet start here
    public MachineViewModel(OpenDocument document, Desk desk, Path directory) {
        this.document = document;
        this.background = desk.background();
        this.directory = directory;
        this.side = new ReadOnlyObjectWrapper<>(SideFile.empty(TEXTS.get("unsaved")));
        this.needs = new SystemNeeds(document.session());
        side.subscribe(now -> document.session().run().set(SideFacts.withoutPlaces(now.profile())));
        document.file().subscribe(file -> placed());
    }

    ReadOnlyObjectProperty<SideFile> side() {
        return side.getReadOnlyProperty();
    }

    /// What is wanted, also while it is still being written.
    RunProfile profile() {
        return asked.orElseGet(() -> side.get().profile());
    }

    /// What is wrong with the side file; may be empty.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Forecast> forecast() {
        return needs.forecast();
    }

    /// Where it is kept, when the document is kept anywhere.
    Optional<Path> place() {
        return document.file().get().map(SideFile::beside);
    }

    /// The machine, as the side file has it now.
    ///
    /// @throws LaminaException the side file is wrong, or a file that it names is not there
    public MachineOptions options() {
        Optional<Path> place = place();
        SideFile now = side.get();
        if (place.isPresent()) {
            now = SideFile.read(place.get());
        }
        Path folder = place.map(file -> file.resolveSibling("")).orElse(directory);
        return now.orThrow().profile().options(folder);
    }

    /// Takes a side file that somebody gives along with a document that is not saved yet.
    public void adopt(String text) {
        if (place().isEmpty() && !text.isBlank()) {
            show(SideFile.read(new SourceText(TEXTS.get("unsaved"), text)));
        }
    }

    /// @param task whenever the machine may be another one
    public void whenChanged(Runnable task) {
        side.addListener((property, before, now) -> task.run());
    }

    /// What runs the machine, as the side file has it now.
    public VmPrograms programs() {
        RunProfile now = place().map(SideFile::read).map(SideFile::profile).orElseGet(this::profile);
        return new VmPrograms(now.backend(), Optional.empty(), Optional.empty());
    }

    /// What is expected of the system, as the side file has it now.
    ///
    /// @throws LaminaException the side file is wrong
    public BootTest test() {
        return place().map(SideFile::read).orElseGet(side::get).orThrow().test();
    }

    /// Reads the side file again, as somebody else may have changed it.
    void reload() {
        place().ifPresent(file -> background.files(() -> SideFile.read(file), this::show, this::tell));
    }

    private void show(SideFile now) {
        if (onTheirWay > 0) {
            return; // the last of them will be shown
        }
        if (!now.equals(side.get())) {
            side.set(now);
        }
        message.set(now.problems().stream().findFirst().map(Problem::headline).orElse(""));
    }

    /// A document that gets a file takes its profile along, unless there is one already.
    private void placed() {
        SideFile held = side.get();
        boolean unsaved = held.source().name().equals(TEXTS.get("unsaved"));
        place().ifPresent(file -> background.files(
                () -> {
                    SideFile there = SideFile.read(file);
                    return unsaved && there.blank() && !held.blank()
                            ? written(
                                    file,
                                    SideFile.read(new SourceText(
                                            file.toString(), held.source().text())))
                            : there;
                },
                this::show,
                this::tell));
    }

    private SideFile written(Path file, SideFile now) {
        files.write(file, now.source().text());
        return now;
    }

    /// Wants another machine. What the file has otherwise stays.
    void set(RunProfile wanted) {
        if (wanted.equals(profile())) {
            return;
        }
        RunProfile before = profile();
        Optional<Path> place = place();
        if (place.isEmpty()) {
            show(side.get().with(wanted));
            return;
        }
        asked = Optional.of(wanted);
        onTheirWay++;
        background.files(
                () -> {
                    SideFile there = SideFile.read(place.get());
                    if (!there.profile().equals(before)) {
                        throw new InputException(TEXTS.get("changed"), null);
                    }
                    return written(place.get(), there.with(wanted));
                },
                now -> {
                    arrived();
                    show(now);
                },
                problem -> {
                    arrived();
                    refused(place.get(), problem);
                });
    }

    private void arrived() {
        onTheirWay--;
        if (onTheirWay == 0) {
            asked = Optional.empty();
        }
    }

    /// Shows what is kept, and why it is not what was wanted.
    private void refused(Path file, Exception problem) {
        background.files(
                () -> SideFile.read(file),
                now -> {
                    side.set(now);
                    tell(problem);
                },
                this::tell);
    }

    private void tell(Exception problem) {
        message.set(String.valueOf(problem.getMessage()));
    }

    /// Ports on which services answer, and that nothing leads to yet, e.g. `80/tcp`.
    List<String> unpublished() {
        List<String> published = profile().publish().stream()
                .map(port -> port.guestPort() + "/" + port.protocol())
                .toList();
        return needs.ports().stream().filter(port -> !published.contains(port)).toList();
    }
}
