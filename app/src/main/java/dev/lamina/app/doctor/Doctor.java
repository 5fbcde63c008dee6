package dev.lamina.app.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Looks at a computer. All questions are asked at once, and each has its own time: what does not answer is unknown.
public final class Doctor {
    private final Computer computer;
    private final Supplier<List<Server>> servers;

    /// @param servers that are asked when the user wants the network to be tried
    public Doctor(Computer computer, Supplier<List<Server>> servers) {
        this.computer = computer;
        this.servers = servers;
    }

    /// Something that Lamina fetches from.
    ///
    /// @param id e.g. `registry`
    /// @param title for people
    public record Server(String id, String title, URI address) {}

    /// What to try beside looking.
    ///
    /// @param trial whether acceleration runs a kernel, which takes up to half a minute
    /// @param network whether servers answer
    public record Wish(boolean trial, boolean network) {
        public static final Wish LOOK = new Wish(false, false);
    }

    /// Never fails: what cannot be found out is unknown, with the reason.
    public Diagnosis examine(Wish wish) throws InterruptedException {
        List<Question> questions = questions(wish);
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("doctor-", 0).factory());
        try {
            long start = System.nanoTime();
            List<Future<Finding>> answers = questions.stream()
                    .map(question -> threads.submit(() -> question.answer().find()))
                    .toList();
            List<Check> checks = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                Question question = questions.get(i);
                checks.add(question.answered(await(answers.get(i), question, start)));
            }
            return new Diagnosis(HypervisorQuestions.settled(checks));
        } finally {
            // Not waited for: a disk that does not answer must not hold up the end.
            threads.shutdownNow();
        }
    }

    private List<Question> questions(Wish wish) {
        InstallCommands commands = InstallCommands.of(computer);
        List<Question.Family> families = List.of(
                new SystemQuestions(computer),
                new HypervisorQuestions(computer, commands),
                new AccelerationQuestions(computer, wish.trial()),
                new ProcessorQuestions(computer),
                new PlaceQuestions(computer),
                new FolderQuestions(computer),
                new GuestQuestions(computer, commands),
                new NetworkQuestions(computer, wish.network() ? servers.get() : List.of()),
                new WindowQuestions(computer, commands));
        List<Question> all = new ArrayList<>();
        for (Question.Family family : families) {
            all.addAll(family.questions());
        }
        all.sort(Comparator.comparing(Question::group));
        return all;
    }

    private static Finding await(Future<Finding> answer, Question question, long start) throws InterruptedException {
        long left = question.patience().toNanos() - (System.nanoTime() - start);
        try {
            return answer.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Finding.unknown("no answer within " + question.patience().toMillis() / 1000.0 + " s");
        } catch (ExecutionException e) {
            return Finding.unknown("it could not be found out: " + reason(e.getCause() == null ? e : e.getCause()));
        }
    }

    private static String reason(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        String message = cause.getMessage();
        return message == null ? name : message.lines().findFirst().orElse(name);
    }
}
