package dev.lamina.app.cli;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.operation.LessonFolder;
import dev.lamina.app.operation.Lessons;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lamina lesson`: groups the commands below it.
@Command(
        name = "lesson",
        header = "Learn by doing: lessons whose steps are checked in a system that runs.",
        footer = {
            "",
            "Examples:",
            "  lamina lesson ls",
            "  lamina lesson start anatomy",
            "  lamina lesson check --dir anatomy"
        })
final class LessonCommand {

    /// Where a lesson is taken.
    static final class Folder {
        @Option(names = "--dir", paramLabel = "DIR", description = "Folder of the lesson (default: this one).")
        @Nullable
        String dir;

        LessonFolder folder(Session session) {
            return new LessonFolder(session.environment().directory().resolve(dir == null ? "" : dir));
        }
    }

    /// `lamina lesson ls`.
    @Command(
            name = "ls",
            header = "List the lessons.",
            description = "Your own are the files NAME.yml in the folder lessons of LAMINA_HOME.",
            footer = {"", "Examples:", "  lamina lesson ls", "  lamina lesson ls --json"})
    static final class Ls implements Callable<Integer> {
        private final Session session;

        Ls(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Lessons.Shelf shelf = session.operations().lessons().all();
            if (session.options().json) {
                shelf.lessons().forEach(lesson -> session.out().println(Json.line(json(lesson))));
            } else {
                Table table = new Table("lrrl").row("LESSON", "STEPS", "MINUTES", "TITLE");
                shelf.lessons()
                        .forEach(lesson -> table.row(
                                lesson.id(),
                                Integer.toString(lesson.steps().size()),
                                Integer.toString(lesson.minutes()),
                                lesson.title()));
                session.out().print(table.text());
            }
            shelf.broken()
                    .forEach(problem ->
                            session.tell("passed over: " + Printable.lines(String.valueOf(problem.getMessage()))));
            return 0;
        }

        private static Map<String, Object> json(Lesson lesson) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("lesson", lesson.id());
            object.put("title", lesson.title());
            object.put("for", lesson.audience());
            object.put("teaches", lesson.teaches());
            object.put("minutes", lesson.minutes());
            object.put("steps", lesson.steps().size());
            return object;
        }
    }

    /// `lamina lesson start`.
    @Command(
            name = "start",
            header = "Begin a lesson in a folder of its own.",
            description = "Writes the system that the lesson begins with, and shows the first step.",
            footer = {
                "",
                "Examples:",
                "  lamina lesson start anatomy",
                "  lamina lesson start anatomy --dir /tmp/first --force",
                "  lamina lesson start networks --step 3        as it is when two steps are done"
            })
    static final class Start implements Callable<Integer> {
        private final Session session;

        @Parameters(paramLabel = "LESSON", description = "As 'lamina lesson ls' shows it.")
        String id = "";

        @Option(names = "--dir", paramLabel = "DIR", description = "Folder to write to (default: LESSON, in this one).")
        @Nullable
        String dir;

        @Option(names = "--step", paramLabel = "N", defaultValue = "1", description = "Begin with this step.")
        int step = 1;

        @Option(names = "--force", description = "Replace what is there.")
        boolean force;

        Start(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            Lesson lesson = session.operations().lessons().get(id);
            if (step < 1 || step > lesson.steps().size()) {
                throw new InputException(
                        "the lesson has no step " + step,
                        "it has steps 1 to " + lesson.steps().size());
            }
            String place = dir == null ? lesson.id() : dir;
            LessonFolder folder =
                    new LessonFolder(session.environment().directory().resolve(place));
            folder.begin(lesson, step - 1, force);
            LessonText text = new LessonText(lesson, folder.document(lesson).toString());
            session.print(() -> text.opening() + "\n" + text.step(step - 1), () -> text.json(step - 1));
            session.tell("\nWhen it is done: lamina lesson check --dir " + place);
            return 0;
        }
    }

    /// `lamina lesson show`.
    @Command(
            name = "show",
            header = "Show the step that is to be done next.",
            footer = {"", "Examples:", "  lamina lesson show", "  lamina lesson show --dir anatomy --hint --solution"})
    static final class Show implements Callable<Integer> {
        private final Session session;

        @Mixin
        final Folder place = new Folder();

        @Option(names = "--hint", description = "Show the hint too.")
        boolean hint;

        @Option(names = "--solution", description = "Show how the step can be done.")
        boolean solution;

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            LessonFolder folder = place.folder(session);
            LessonFolder.State state = folder.state();
            Lesson lesson = session.operations().lessons().get(state.lesson());
            LessonText text = new LessonText(lesson, folder.document(lesson).toString());
            if (state.done() >= lesson.steps().size()) {
                session.print(text::closing, () -> text.json(state.done()));
                return 0;
            }
            session.print(
                    () -> text.step(state.done())
                            + (hint ? "\n\n" + text.hint(state.done()) : "")
                            + (solution ? "\n\n" + text.solution(state.done()) : ""),
                    () -> text.json(state.done()));
            return 0;
        }
    }
}
