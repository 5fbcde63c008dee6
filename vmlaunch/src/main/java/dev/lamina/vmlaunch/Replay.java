package dev.lamina.vmlaunch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/// What a console showed before somebody looks at it, made fit to be shown again: without what asks the terminal
/// something. The answers would be typed into a guest that does not wait for them any more.
public final class Replay {
    /// Reports of status, attributes, parameters, modes, the window and the version; what strings of commands ask; the
    /// answerback. (`ctlseqs` of xterm)
    private static final Pattern QUESTIONS = Pattern.compile("\u001b\\[[0-?]*(?:[cntx]|\\$p)"
            + "|\u001b\\[\\?u"
            + "|\u001b\\[>[0-9]*q"
            + "|\u001bZ"
            + "|\u001bP[^\u001b]*\u001b\\\\"
            + "|\u001b\\][^\u0007\u001b]*\\?(?:\u0007|\u001b\\\\)"
            + "|\u0005");

    private Replay() {}

    public static byte[] of(byte[] bytes, int offset, int length) {
        // One character a byte, whatever the bytes mean.
        String text = new String(Arrays.copyOfRange(bytes, offset, offset + length), StandardCharsets.ISO_8859_1);
        return QUESTIONS.matcher(text).replaceAll("").getBytes(StandardCharsets.ISO_8859_1);
    }
}
