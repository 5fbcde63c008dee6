package dev.lamina.app.operation;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.lesson.LessonReader;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.problem.Nearest;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.yaml.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The lessons that there are: those that Lamina brings along, in the order in which they are best
/// taken, and the user's own, a file each.
public final class Lessons {
    private static final String INDEX = "lessons/lessons.txt";
    private static final String ENDING = ".yml";
    private static final long MOST_BYTES = 1 << 20;

    private final Path own;

    /// @param own folder of the user's lessons; need not exist
    public Lessons(Path own) {
        this.own = own;
    }

    /// @param broken what is wrong with files of lessons that cannot be read
    public record Shelf(List<Lesson> lessons, List<LaminaException> broken) {
        public Shelf {
            lessons = List.copyOf(lessons);
            broken = List.copyOf(broken);
        }
    }

    /// A lesson of the user's takes the place of one of ours that has its name.
    public Shelf all() {
        List<Lesson> lessons = new ArrayList<>();
        List<LaminaException> broken = new ArrayList<>();
        List<Path> files = ownFiles();
        for (String id : builtIn()) {
            if (files.stream().noneMatch(file -> idOf(file).equals(id))) {
                lessons.add(read(id));
            }
        }
        for (Path file : files) {
            try {
                lessons.add(read(file));
            } catch (LaminaException e) {
                broken.add(e);
            }
        }
        return new Shelf(lessons, broken);
    }

    /// @throws InputException there is no such lesson, or it cannot be read
    public Lesson get(String id) {
        Optional<Path> file =
                ownFiles().stream().filter(each -> idOf(each).equals(id)).findFirst();
        if (file.isPresent()) {
            return read(file.get());
        }
        if (builtIn().contains(id)) {
            return read(id);
        }
        List<String> ids = all().lessons().stream().map(Lesson::id).toList();
        throw new InputException(
                "there is no lesson " + Texts.quote(id), Nearest.hint(id, ids).orElse("'lamina lesson ls' lists all"));
    }

    private static List<String> builtIn() {
        return resource(INDEX).lines().filter(line -> !line.isBlank()).toList();
    }

    private static Lesson read(String id) {
        return LessonReader.read(id, new SourceText(id + ENDING, resource("lessons/" + id + ENDING)));
    }

    private static Lesson read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InputException(file + " is too large to be a lesson", null);
            }
            return LessonReader.read(idOf(file), new SourceText(file.toString(), Files.readString(file)));
        } catch (IOException e) {
            throw new InputException("cannot read " + file + ": " + e.getMessage(), null, e);
        }
    }

    private List<Path> ownFiles() {
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(own, "*" + ENDING)) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        return files;
    }

    private static String idOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Lessons.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
