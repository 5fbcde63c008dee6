package dev.lamina.assembler.packages;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pin as one line of text: `NAME VERSION BYTES SHA256 PATH DEPENDENCY,DEPENDENCY`, or `-` for no dependencies.
public final class PinLine {
    private static final String NAME = "[a-z0-9][a-z0-9+.-]+";
    private static final Pattern NAMES = Pattern.compile(NAME);

    /// The path becomes part of an address, so it is kept free of what could leave the pool.
    private static final Pattern LINE = Pattern.compile("(" + NAME + ") ([0-9][A-Za-z0-9.+:~-]*) ([0-9]{1,15})"
            + " ([0-9a-f]{64}) (pool(?:/(?!\\.)[A-Za-z0-9+.~_-]+)+) (-|" + NAME + "(?:," + NAME + ")*)");

    private PinLine() {}

    public static String format(PackagePin pin) {
        String dependencies = pin.dependencies().isEmpty() ? "-" : String.join(",", pin.dependencies());
        return String.join(
                " ",
                pin.name(),
                pin.version(),
                Long.toString(pin.size()),
                pin.sha256().hex(),
                pin.path(),
                dependencies);
    }

    /// @throws IllegalArgumentException it has another form
    public static PackagePin parse(String line, Arch arch) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not NAME VERSION BYTES SHA256 PATH DEPENDENCIES: \"" + line + "\"");
        }
        String dependencies = matcher.group(6);
        return new PackagePin(
                matcher.group(1),
                matcher.group(2),
                arch,
                Long.parseLong(matcher.group(3)),
                new Digest(matcher.group(4)),
                matcher.group(5),
                dependencies.equals("-") ? List.of() : List.of(dependencies.split(",")));
    }

    public static boolean isName(String text) {
        return NAMES.matcher(text).matches();
    }
}
