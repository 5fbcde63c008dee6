package dev.lamina.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The groups of Linux: who is in them, and which this process has since its user logged in.
/// ```
/// /etc/group          kvm:x:108:anna,ben
/// /proc/self/status   Groups: 27 108 1000
/// ```
final class UserGroups {
    private final Path root;

    UserGroups(Path root) {
        this.root = root;
    }

    /// @param effective this process has it
    record Group(List<String> members, boolean effective) {}

    Optional<Group> named(String name) {
        return lines("etc/group", name + ":")
                .map(line -> line.split(":", -1))
                .filter(parts -> parts.length >= 4)
                .map(parts -> new Group(List.of(parts[3].split(",")), mine().contains(parts[2])));
    }

    private List<String> mine() {
        return lines("proc/self/status", "Groups:")
                .map(line ->
                        Arrays.asList(line.substring("Groups:".length()).strip().split("\\s+")))
                .orElse(List.of());
    }

    private Optional<String> lines(String file, String start) {
        try (Stream<String> lines = Files.lines(root.resolve(file))) {
            return lines.filter(line -> line.startsWith(start)).findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
