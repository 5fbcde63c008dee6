package dev.lamina.app.operation;

import dev.lamina.model.edit.History;
import dev.lamina.model.edit.History.Step;
import dev.lamina.model.edit.TextChange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A document with changes that are not saved, as it is kept for the case that the program ends before they are.
///
/// @param title what the document is called
/// @param file that it was opened from or saved as
/// @param saved the digest of the text that the file had then, see [TextFiles#digest]
public record Draft(String title, Optional<Path> file, String saved, History history) {
    private static final int MAGIC = 0x4C4D4431; // LMD1
    private static final int END = 0x454E4421; // END!

    public String text() {
        return history.text();
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * text().length() + 4096);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            put(out, title);
            put(out, file.map(Path::toString).orElse(""));
            put(out, saved);
            put(out, history.text());
            out.writeInt(history.at());
            out.writeInt(history.steps().size());
            for (Step step : history.steps()) {
                put(out, step.label());
                out.writeLong(step.when().toEpochMilli());
                out.writeInt(step.line());
                out.writeInt(step.change().at());
                put(out, step.change().removed());
                put(out, step.change().inserted());
            }
            out.writeInt(END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Empty when the bytes are none, or not all of one.
    static Optional<Draft> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                return Optional.empty();
            }
            String title = get(in);
            Optional<Path> file =
                    Optional.of(get(in)).filter(name -> !name.isEmpty()).map(Path::of);
            String saved = get(in);
            String text = get(in);
            int at = in.readInt();
            int count = in.readInt();
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                steps.add(step(in));
            }
            return in.readInt() == END
                    ? Optional.of(new Draft(title, file, saved, new History(steps, at, text)))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Step step(DataInputStream in) throws IOException {
        return new Step(
                get(in),
                Instant.ofEpochMilli(in.readLong()),
                in.readInt(),
                new TextChange(in.readInt(), get(in), get(in)));
    }

    /// Letter by letter, as a text that is being typed may hold what no encoding takes.
    private static void put(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        ByteBuffer letters = ByteBuffer.allocate(2 * text.length());
        letters.asCharBuffer().put(text);
        out.write(letters.array());
    }

    private static String get(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(Math.multiplyExact(2, length));
        String text = ByteBuffer.wrap(bytes).asCharBuffer().toString();
        if (text.length() != length) {
            throw new IOException("the file ends early");
        }
        return text;
    }
}
