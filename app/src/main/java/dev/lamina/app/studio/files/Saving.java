package dev.lamina.app.studio.files;

import dev.lamina.app.operation.TextFiles;
import dev.lamina.app.operation.TextFiles.Stamp;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.Offering.Choice;
import dev.lamina.app.studio.files.Offering.Subject;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Saves documents in their files. A file that another program changed is never replaced without the user's word.
final class Saving {
    private static final Texts TEXTS = Texts.of(Saving.class);

    private final Background background;
    private final FileChoice choice;
    private final DiskChanges changes;
    private final Consumer<Path> saved;
    private final TextFiles files = new TextFiles();

    /// @param saved hears of each file that was written
    Saving(Background background, FileChoice choice, DiskChanges changes, Consumer<Path> saved) {
        this.background = background;
        this.choice = choice;
        this.changes = changes;
        this.saved = saved;
    }

    /// @param then done when it is saved
    void save(OpenDocument document, Runnable then) {
        Optional<Path> file = document.file().get();
        if (file.isEmpty()) {
            saveAs(document, then);
            return;
        }
        Stamp known = document.stamp();
        background.files(
                () -> files.stamp(file.get()),
                now -> {
                    if (now.equals(known) || !now.isThere()) {
                        write(document, file.get(), then);
                    } else {
                        changes.compare(document, () -> write(document, file.get(), then), () -> ask(document, then));
                    }
                },
                problem -> tell(document, problem));
    }

    private void ask(OpenDocument document, Runnable then) {
        Path file = document.file().get().orElseThrow();
        document.offer(Offering.of(
                Subject.CHANGED_ON_DISK,
                TEXTS.get("saving.changed", document.title().get()),
                new Choice(TEXTS.get("choice.overwrite"), () -> write(document, file, then)),
                new Choice(TEXTS.get("choice.saveAs"), () -> saveAs(document, then)),
                new Choice(TEXTS.get("choice.reload"), () -> changes.reload(document)),
                new Choice(TEXTS.get("choice.cancel"), () -> {})));
    }

    void saveAs(OpenDocument document, Runnable then) {
        choice.save(document.title().get(), document.file().get().map(Path::getParent))
                .map(file -> file.toAbsolutePath().normalize())
                .ifPresent(file -> write(document, file, then));
    }

    private void write(OpenDocument document, Path file, Runnable then) {
        String text = document.session().text().get();
        background.files(
                () -> files.write(file, text),
                stamp -> {
                    document.keptIn(file, text, stamp);
                    document.withdraw(Subject.CHANGED_ON_DISK);
                    document.withdraw(Subject.RECOVERED);
                    saved.accept(file);
                    then.run();
                },
                problem -> tell(document, problem));
    }

    private static void tell(OpenDocument document, Exception problem) {
        document.session().say(String.valueOf(problem.getMessage()));
    }
}
