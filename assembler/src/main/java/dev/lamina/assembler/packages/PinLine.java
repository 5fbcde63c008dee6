package dev.lamina.assembler.packages;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A pin as one line of text: `NAME VERSION BYTES SHA256 PATH DEPENDENCY,DEPENDENCY`, or `-` for no dependencies.
public final class PinLine {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9+.-]+");
    private static final Pattern VERSION = Pattern.compile("[0-9][A-Za-z0-9.+:~-]*");
    private static final Pattern BYTES = Pattern.compile("[0-9]{1,15}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    /// The path becomes part of an address, so it is kept free of what could leave the pool.
    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9+~_-][A-Za-z0-9+.~_-]*");

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
        String[] parts = line.split(" ", -1);
        boolean formed = parts.length == 6
                && isName(parts[0])
                && VERSION.matcher(parts[1]).matches()
                && BYTES.matcher(parts[2]).matches()
                && SHA256.matcher(parts[3]).matches()
                && isInPool(parts[4]);
        List<String> dependencies = !formed || parts[5].equals("-") ? List.of() : List.of(parts[5].split(",", -1));
        if (!formed || !dependencies.stream().allMatch(PinLine::isName)) {
            throw new IllegalArgumentException("not NAME VERSION BYTES SHA256 PATH DEPENDENCIES: \"" + line + "\"");
        }
        return new PackagePin(
                parts[0], parts[1], arch, Long.parseLong(parts[2]), new Digest(parts[3]), parts[4], dependencies);
    }

    private static boolean isInPool(String path) {
        return path.startsWith("pool/")
                && Stream.of(path.substring("pool/".length()).split("/", -1))
                        .allMatch(name -> FOLDER.matcher(name).matches());
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
