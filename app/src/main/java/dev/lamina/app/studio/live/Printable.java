package dev.lamina.app.studio.live;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a guest wrote, without what controls a terminal, and no more of it than people read.
final class Printable {
    /// More than the guest sends of a log.
    private static final int MOST = 512 * 1024;

    private static final int LONGEST_LINE = 2000;

    private static final Pattern SEQUENCE =
            Pattern.compile("\\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)?|.)?");

    private Printable() {}

    static String of(String text) {
        String newest = text.length() > MOST ? text.substring(text.length() - MOST) : text;
        return newest.lines().map(Printable::line).collect(Collectors.joining("\n"));
    }

    private static String line(String text) {
        String cut = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + " …" : text;
        return SEQUENCE.matcher(cut)
                .replaceAll("")
                .replace("\t", "        ")
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
