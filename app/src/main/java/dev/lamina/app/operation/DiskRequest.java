package dev.lamina.app.operation;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.DiskFormat;
import java.util.Optional;

/// A disk that a machine is to have.
///
/// @param file as the user gave it; empty for one in the machine's folder
/// @param size of the disk to make when there is none
/// @param format empty for what the file's name says, and raw otherwise
public record DiskRequest(Optional<String> file, Optional<ByteSize> size, Optional<DiskFormat> format) {

    /// Reads `[file=]PATH[,size=N[M|G]][,format=F]`, LinuxKit's syntax, in any order; a plain number is GiB.
    /// The path may be left out when there is a size.
    public static DiskRequest parse(String text) {
        Optional<String> file = Optional.empty();
        Optional<ByteSize> size = Optional.empty();
        Optional<DiskFormat> format = Optional.empty();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String value = part.substring(equals + 1);
            switch (equals < 0 ? "file" : part.substring(0, equals)) {
                case "file" -> file = once(text, "path", file, value);
                case "size" -> size = once(text, "size", size, size(text, value));
                case "format" -> format = once(text, "format", format, format(text, value));
                default -> throw malformed(text, "'" + part + "' means nothing");
            }
        }
        boolean blank = file.map(String::isBlank).orElse(size.isEmpty());
        if (blank) {
            throw malformed(text, "the path is missing");
        }
        return new DiskRequest(file, size, format);
    }

    private static <T> Optional<T> once(String text, String what, Optional<T> before, T value) {
        if (before.isPresent()) {
            throw malformed(text, "it has two " + what + "s");
        }
        return Optional.of(value);
    }

    private static ByteSize size(String text, String value) {
        String withUnit = value.matches("\\d+") ? value + "G" : value;
        return ByteSize.parse(withUnit)
                .filter(size -> size.bytes() > 0)
                .orElseThrow(() -> malformed(text, "'" + value + "' is not a size"));
    }

    private static DiskFormat format(String text, String value) {
        return DiskFormat.parse(value)
                .orElseThrow(() -> malformed(text, "'" + value + "' is not a format that works here"));
    }

    private static InputException malformed(String text, String why) {
        return new InputException(
                "'" + text + "' is not a disk: " + why,
                "write [file=]PATH[,size=N[M|G]][,format=raw|qcow2|vmdk|vhd|vhdx], for example data.img,size=1G");
    }
}
