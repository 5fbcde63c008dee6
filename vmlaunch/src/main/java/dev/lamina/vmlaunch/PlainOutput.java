package dev.lamina.vmlaunch;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Passes on what a guest said as text that a terminal can show and has nothing to obey in: without escape sequences,
/// control characters (but for line ends and tabs) and what reorders text.
public final class PlainOutput extends FilterOutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ConsoleText text = new ConsoleText(kept::write);
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    public PlainOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        text.accept(bytes, offset, length);
        ByteBuffer whole = ByteBuffer.wrap(kept.toByteArray());
        CharBuffer characters = CharBuffer.allocate(whole.remaining() + 1);
        decoder.decode(whole, characters, false);
        kept.reset();
        // The beginning of a character whose rest is still to come.
        kept.write(whole.array(), whole.position(), whole.remaining());
        out.write(printable(characters.flip().toString()).getBytes(StandardCharsets.UTF_8));
    }

    private static String printable(String characters) {
        return Stream.of(characters.split("\n", -1)).map(ConsoleText::printable).collect(Collectors.joining("\n"));
    }
}
