package dev.lamina.app.cli;

import dev.lamina.app.operation.CheckLesson.Booted;
import dev.lamina.app.operation.MachineFailedException;
import dev.lamina.model.expect.Expectation.OfMachine;
import dev.lamina.model.expect.Outcome;
import dev.lamina.vmlaunch.terminal.TerminalSession;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// The console of a system in which the learner does a step. Ends the machine when the step is done.
final class LessonConsole {
    private static final Duration FOR_AS_LONG_AS_IT_TAKES = Duration.ofDays(1);

    private final Session session;
    private final Booted booted;

    LessonConsole(Session session, Booted booted) {
        this.session = session;
        this.booted = booted;
    }

    /// Returns when all is so, or the machine has ended.
    List<Outcome> until(List<OfMachine> expected) throws InterruptedException {
        CompletableFuture<List<Outcome>> result = new CompletableFuture<>();
        Thread watcher = Thread.ofVirtual().start(() -> watch(expected, result));
        try {
            show();
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            watcher.interrupt();
        }
    }

    private void watch(List<OfMachine> expected, CompletableFuture<List<Outcome>> result) {
        try {
            List<Outcome> outcomes = booted.check().check(expected, FOR_AS_LONG_AS_IT_TAKES);
            result.complete(outcomes);
            if (outcomes.stream().allMatch(Outcome::holds)) {
                session.tell("\r\nThe step is done; the system ends now.\r");
                booted.vm().shutdown(ConsoleSession.GRACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }

    private void show() throws InterruptedException {
        if (session.options().json) {
            // What is typed comes from a pipe, and only results are printed.
            TerminalSession.piped(
                            session.in(),
                            OutputStream.nullOutputStream(),
                            booted.vm().console())
                    .run();
            return;
        }
        try {
            new ConsoleSession(session, booted.vm()).run();
        } catch (MachineFailedException e) {
            // What is looked at tells more than how it ended.
            session.tell(String.valueOf(e.getMessage()));
        }
    }
}
