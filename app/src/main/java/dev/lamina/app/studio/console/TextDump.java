package dev.lamina.app.studio.console;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.screen.Line;
import dev.lamina.vmlaunch.screen.Snapshot;
import dev.lamina.vmlaunch.screen.Terminal;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Writes all lines of a terminal as text: no colours, lines whole again that were broken for the width of the screen.
final class TextDump {
    private static final int PIECE = 2000;

    private final Terminal terminal;
    private int blank;

    TextDump(Terminal terminal) {
        this.terminal = terminal;
    }

    void write(Path target, String label, Reporter reporter) {
        try (Reporter.Step _ = reporter.begin(label);
                AtomicFile file = AtomicFile.beside(target)) {
            Writer writer = new OutputStreamWriter(file.output(), StandardCharsets.UTF_8);
            write(writer, reporter);
            writer.flush();
            file.publish(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Writer writer, Reporter reporter) throws IOException {
        Snapshot begin = terminal.snapshot(0, 0);
        for (long at = begin.oldest(); at <= begin.newest(); ) {
            reporter.checkCancelled();
            Snapshot piece = terminal.snapshot(at, (int) Math.min(PIECE, begin.newest() - at + 1));
            if (piece.lines().isEmpty() || piece.first() < at) {
                return; // the guest has cleared its screen meanwhile
            }
            for (Line line : piece.lines()) {
                write(line, writer);
            }
            at = piece.first() + piece.lines().size();
        }
    }

    /// Blank lines are written when something comes behind them: the rest of the screen is not text.
    private void write(Line line, Writer writer) throws IOException {
        String text = line.wrapped() ? line.text() : line.text().stripTrailing();
        if (text.isEmpty()) {
            blank++;
            return;
        }
        writer.write("\n".repeat(blank));
        blank = 0;
        writer.write(text);
        if (!line.wrapped()) {
            writer.write("\n");
        }
    }
}
