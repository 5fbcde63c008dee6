package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Saves what a guest printed, as text or byte by byte. Files appear whole or not at all.
final class Saving {
    private static final Texts TEXTS = Texts.of(Saving.class);
    private static final int PIECE = 1 << 16;

    private final ConsoleViewModel console;
    private final Background background;
    private final SaveChoice choice;
    private final Consumer<String> said;

    /// @param said gets what went wrong, a sentence
    Saving(ConsoleViewModel console, Background background, SaveChoice choice, Consumer<String> said) {
        this.console = console;
        this.background = background;
        this.choice = choice;
        this.said = said;
    }

    /// All lines that are kept.
    void text() {
        console.terminal()
                .ifPresent(terminal -> choice.ask("console.txt")
                        .ifPresent(target -> start(
                                target, (label, reporter) -> new TextDump(terminal).write(target, label, reporter))));
    }

    /// Every byte since the machine was started.
    void bytes() {
        console.connection()
                .map(Connection::log)
                .ifPresent(log -> choice.ask("console.log")
                        .ifPresent(target -> start(target, (label, reporter) -> copy(log, target, label, reporter))));
    }

    private interface Work {
        void run(String label, Reporter reporter);
    }

    private void start(Path target, Work work) {
        String label = TEXTS.get("save.job", String.valueOf(target.getFileName()));
        background.start(
                label,
                reporter -> {
                    work.run(label, reporter);
                    return target;
                },
                done -> {},
                problem -> said.accept(TEXTS.get("save.failed", target, String.valueOf(problem.getMessage()))));
    }

    private static void copy(Path log, Path target, String label, Reporter reporter) {
        try (Reporter.Step step = reporter.begin(label, Files.size(log));
                InputStream in = Files.newInputStream(log);
                AtomicFile file = AtomicFile.beside(target)) {
            OutputStream out = file.output();
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                reporter.checkCancelled();
                out.write(piece, 0, count);
                step.advance(count);
            }
            file.publish(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
