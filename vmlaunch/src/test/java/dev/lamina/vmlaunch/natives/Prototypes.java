package dev.lamina.vmlaunch.natives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The C prototypes that stand above the methods of a native interface.
final class Prototypes {
    private static final String PACKAGE = "java/dev/lamina/vmlaunch/natives";
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^ *///.*\n)+");
    private static final Pattern PROTOTYPE = Pattern.compile("`([^`]*\\);)`");

    private Prototypes() {}

    static List<String> of(Class<?> type) {
        return in(Path.of("src/main", PACKAGE, type.getSimpleName() + ".java"));
    }

    static List<String> ofTest(Class<?> type) {
        return in(Path.of("src/test", PACKAGE, type.getSimpleName() + ".java"));
    }

    private static List<String> in(Path file) {
        try {
            return in(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> in(String source) {
        List<String> prototypes = new ArrayList<>();
        Matcher comments = COMMENT.matcher(source);
        while (comments.find()) {
            String text = comments.group().replaceAll("(?m)^ *///", "").replaceAll("\\s+", " ");
            Matcher found = PROTOTYPE.matcher(text);
            // What only macOS has says so.
            while (found.find() && !text.contains("macOS:")) {
                prototypes.add(found.group(1));
            }
        }
        if (prototypes.isEmpty()) {
            throw new IllegalStateException("no prototypes in the comments");
        }
        return prototypes;
    }
}
