package dev.lamina.app.operation;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.Disk;
import java.util.Arrays;
import java.util.Optional;

/// A disk that a machine is to have.
///
/// @param file as the user gave it
/// @param size of the disk to make when there is none
/// @param format empty for qcow2 when the file's name says so, and raw otherwise
public record DiskRequest(String file, Optional<ByteSize> size, Optional<Disk.Format> format) {

    /// Reads `[file=]PATH[,size=N[M|G]][,format=raw|qcow2]`, LinuxKit's syntax; a plain number is GiB.
    public static DiskRequest parse(String text) {
        Optional<String> file = Optional.empty();
        Optional<ByteSize> size = Optional.empty();
        Optional<Disk.Format> format = Optional.empty();
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
        String path = file.filter(name -> !name.isBlank()).orElseThrow(() -> malformed(text, "the path is missing"));
        return new DiskRequest(path, size, format);
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

    private static Disk.Format format(String text, String value) {
        return Arrays.stream(Disk.Format.values())
                .filter(format -> format.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> malformed(text, "'" + value + "' is not a format that works here"));
    }

    private static InputException malformed(String text, String why) {
        return new InputException(
                "'" + text + "' is not a disk: " + why,
                "write [file=]PATH[,size=N[M|G]][,format=raw|qcow2], for example data.img,size=1G");
    }
}
