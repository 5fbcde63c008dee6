package dev.lamina.app.studio.lessons;

import dev.lamina.app.lesson.LessonStep;
import dev.lamina.app.operation.DocumentCheck;
import dev.lamina.app.operation.LessonFolder;
import dev.lamina.app.operation.LiveReview;
import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.model.check.Profile;
import dev.lamina.model.edit.Document;
import dev.lamina.model.expect.Outcome;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A document that is open, and what of it runs.
final class LiveWorld implements StepWorld {
    private static final Texts TEXTS = Texts.of(LiveWorld.class);

    /// For what begins only when the system is ready.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// A second document of a lesson has a number behind its name.
    private static final Pattern NAME = Pattern.compile("(.*?)(?:-\\d+)?\\.ya?ml");

    private final DocumentSession session;
    private final Desk desk;
    private final LiveReview reviews;
    private final MachineSeen machine;

    LiveWorld(DocumentSession session, Desk desk) {
        this.session = session;
        this.desk = desk;
        this.reviews = desk.operations().liveReview();
        this.machine = new MachineSeen(session);
    }

    @Override
    public String blocked(LessonStep step) {
        return machine.blocked(step);
    }

    @Override
    public void ofDocument(LessonStep step, Consumer<List<Outcome>> done, Consumer<Exception> failed) {
        Document known = session.document().get();
        String text = session.text().get();
        desk.background().compute(() -> check(known.with(text), step), done, failed);
    }

    private List<Outcome> check(Document document, LessonStep step) {
        Reviewed reviewed = reviews.review(document, Profile.RESTRICTED);
        reviewed.read().orThrow();
        return new DocumentCheck(reviewed).check(step.ofDocument());
    }

    @Override
    public void ofMachine(LessonStep step, Consumer<List<Outcome>> done, Consumer<Exception> failed) {
        machine.check()
                .ifPresent(check -> desk.background()
                        .start(
                                TEXTS.get("job", step.title()),
                                reporter -> {
                                    try {
                                        return check.check(step.ofMachine(), PATIENCE);
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                        throw new CancelledException();
                                    }
                                },
                                done,
                                failed));
    }

    @Override
    public void solve(LessonStep step, int number) {
        session.rewrite(TEXTS.get("step.solve", number), document -> {
            try {
                return step.solution().apply(document.text());
            } catch (IllegalArgumentException e) {
                throw new InputException(TEXTS.get("solve.otherText"), TEXTS.get("solve.otherText.hint"), e);
            }
        });
    }

    @Override
    public Optional<String> lesson() {
        Matcher name = NAME.matcher(String.valueOf(Path.of(name()).getFileName()));
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private String name() {
        return session.document().get().source().name();
    }

    @Override
    public void resume(Consumer<Integer> done) {
        folder().ifPresent(folder ->
                desk.background().files(() -> folder.state().done(), done, noLessonWasBegunThere -> {}));
    }

    @Override
    public void keep(int done) {
        folder().ifPresent(folder -> desk.background()
                .files(
                        () -> {
                            LessonFolder.State now =
                                    new LessonFolder.State(folder.state().lesson(), done);
                            folder.write(now);
                            return now;
                        },
                        kept -> {},
                        noLessonWasBegunThere -> {}));
    }

    /// That of a document which has been saved; the command line goes on there too.
    private Optional<LessonFolder> folder() {
        Path file = Path.of(name());
        return file.isAbsolute() && Files.isDirectory(file.resolveSibling(""))
                ? Optional.of(new LessonFolder(file.resolveSibling("")))
                : Optional.empty();
    }
}
