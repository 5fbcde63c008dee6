package dev.lamina.vmlaunch.mac;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of pseudo-terminals, as another program gives them. Nothing else is opened as one.
public final class PtyName {
    /// macOS: `/dev/ttys003`; Linux: `/dev/pts/3`.
    private static final Pattern NAME = Pattern.compile("/dev/(ttys\\d{1,6}|pts/\\d{1,6})");

    private PtyName() {}

    /// Empty for anything that is no such name.
    public static Optional<Path> parse(String name) {
        return NAME.matcher(name).matches() ? Optional.of(Path.of(name)) : Optional.empty();
    }
}
