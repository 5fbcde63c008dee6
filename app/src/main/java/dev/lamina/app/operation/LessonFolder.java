package dev.lamina.app.operation;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// A folder in which somebody takes a lesson: the document that they work on, its side file, and
/// in `.lamina-lesson` how far they are.
public final class LessonFolder {
    private static final String STATE = ".lamina-lesson";
    private static final int MOST_BYTES = 4096;

    private final Path folder;
    private final TextFiles files = new TextFiles();

    public LessonFolder(Path folder) {
        this.folder = folder;
    }

    /// @param done how many steps
    public record State(String lesson, int done) {}

    public Path document(Lesson lesson) {
        return folder.resolve(lesson.fileName());
    }

    public Path path(String file) {
        return folder.resolve(file);
    }

    /// Writes what the lesson begins with.
    ///
    /// @param done how many steps are skipped; the text is as their solutions leave it
    /// @param force whether files that are there are replaced
    /// @throws InputException a file is there
    public void begin(Lesson lesson, int done, boolean force) throws IOException {
        Path side = folder.resolve(lesson.id() + ".lamina.yml");
        List<Path> disks = lesson.machine().disks().stream()
                .map(disk -> folder.resolve(disk.file()))
                .toList();
        Optional<Path> there = Stream.concat(Stream.of(document(lesson), side), disks.stream())
                .filter(Files::exists)
                .findFirst();
        if (there.isPresent() && !force) {
            throw new InputException(
                    there.get() + " is there already", "name another folder with --dir, or begin anew with --force");
        }
        Files.createDirectories(folder);
        files.write(document(lesson), lesson.text(done));
        if (lesson.machine().sideFile().isEmpty()) {
            Files.deleteIfExists(side);
        } else {
            files.write(side, lesson.machine().sideFile());
        }
        for (Path disk : disks) {
            Files.deleteIfExists(disk);
        }
        write(new State(lesson.id(), done));
    }

    /// How far somebody is.
    ///
    /// @throws InputException no lesson was begun here
    public State state() {
        Properties values = new Properties();
        try {
            Path file = folder.resolve(STATE);
            if (Files.isRegularFile(file) && Files.size(file) <= MOST_BYTES) {
                values.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            }
        } catch (IOException | IllegalArgumentException e) {
            values.clear();
        }
        String done = values.getProperty("done", "");
        if (!values.containsKey("lesson") || !done.matches("\\d{1,3}")) {
            throw new InputException(
                    "no lesson was begun in " + folder,
                    "begin one with 'lamina lesson start', or name its folder with --dir");
        }
        return new State(values.getProperty("lesson"), Integer.parseInt(done));
    }

    public void write(State state) {
        files.write(folder.resolve(STATE), "lesson=" + state.lesson() + "\ndone=" + state.done() + "\n");
    }
}
