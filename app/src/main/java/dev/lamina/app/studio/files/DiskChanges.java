package dev.lamina.app.studio.files;

import dev.lamina.app.operation.ReadComposition;
import dev.lamina.app.operation.TextFiles;
import dev.lamina.app.operation.TextFiles.Stamp;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.Offering.Choice;
import dev.lamina.app.studio.files.Offering.Subject;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/// Notices that other programs changed the files of open documents, and offers what can be done about it.
final class DiskChanges {
    private static final Texts TEXTS = Texts.of(DiskChanges.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Background background;
    private final ReadComposition reader;
    private final List<OpenDocument> documents;
    private final TextFiles files = new TextFiles();
    private final Map<OpenDocument, Stamp> asked = new WeakHashMap<>();

    /// @param documents those that are open; looked at again and again
    DiskChanges(Background background, ReadComposition reader, List<OpenDocument> documents) {
        this.background = background;
        this.reader = reader;
        this.documents = documents;
    }

    /// What a file has.
    ///
    /// @param difference from what the document has; may be empty
    private record Now(Stamp stamp, String text, String difference) {
        Now against(String title, String mine) {
            return new Now(stamp, text, Difference.of(title, mine, text));
        }
    }

    void watch() {
        background.later(PAUSE, () -> {
            List.copyOf(documents).forEach(this::look);
            watch();
        });
    }

    private void look(OpenDocument document) {
        Optional<Path> file = document.file().get();
        Stamp known = document.stamp();
        if (file.isPresent()) {
            background.files(
                    () -> files.stamp(file.get()),
                    now -> {
                        boolean news = !now.equals(known) && !now.equals(asked.get(document));
                        if (news && known.equals(document.stamp())) {
                            notice(document, file.get(), now);
                        }
                    },
                    problem -> {}); // it is looked at again
        }
    }

    private void notice(OpenDocument document, Path file, Stamp now) {
        if (now.isThere()) {
            compare(document, () -> {}, () -> {});
        } else {
            document.fileHas("", now);
            document.offer(Offering.of(
                    Subject.CHANGED_ON_DISK,
                    TEXTS.get("disk.gone", file),
                    new Choice(TEXTS.get("choice.keep"), () -> {})));
        }
    }

    /// Looks at what the file has now.
    ///
    /// @param same done when it has what it had, or what the document has
    /// @param other done when it has something else, besides asking the user
    void compare(OpenDocument document, Runnable same, Runnable other) {
        Path file = document.file().get().orElseThrow();
        String title = document.title().get();
        String mine = document.session().text().get();
        background.files(
                () -> read(file).against(title, mine),
                now -> {
                    if (now.text.equals(document.savedText())) {
                        document.fileHas(now.text, now.stamp);
                        same.run();
                    } else if (now.text.equals(mine)) {
                        document.fileHas(now.text, now.stamp);
                        document.withdraw(Subject.CHANGED_ON_DISK);
                        same.run();
                    } else {
                        offer(document, now);
                        other.run();
                    }
                },
                problem -> document.session().say(String.valueOf(problem.getMessage())));
    }

    private Now read(Path file) {
        // The stamp first: what is written after it is noticed the next time.
        Stamp stamp = files.stamp(file);
        return new Now(stamp, text(file), "");
    }

    private String text(Path file) {
        return reader.texts(List.of(file.toString()), InputStream.nullInputStream())
                .getFirst()
                .text();
    }

    private void offer(OpenDocument document, Now now) {
        asked.put(document, now.stamp);
        Offering question = Offering.of(
                Subject.CHANGED_ON_DISK,
                TEXTS.get("disk.changed", document.title().get()),
                new Choice(TEXTS.get("choice.reload"), () -> reload(document)),
                new Choice(TEXTS.get("choice.keepMine"), () -> document.fileHas(now.text, now.stamp)));
        document.offer(question.withDetails(now.difference));
    }

    /// Takes the text of the file; a step of the history, so that it can be undone.
    void reload(OpenDocument document) {
        Path file = document.file().get().orElseThrow();
        background.files(
                () -> read(file),
                now -> {
                    document.withdraw(Subject.CHANGED_ON_DISK);
                    document.withdraw(Subject.RECOVERED);
                    document.fileHas(now.text, now.stamp);
                    document.session().rewrite(TEXTS.get("step.reload"), before -> now.text);
                },
                problem -> document.session().say(String.valueOf(problem.getMessage())));
    }
}
