package dev.lamina.app.cli;

import dev.lamina.assembler.io.ByteSource;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/// Files that a user names for their content alone.
final class GivenFile {
    private GivenFile() {}

    /// @param name also of a pipe, as shells make them of `<(command)`
    static ByteSource read(Session session, String name) {
        return ByteSource.of(bytes(session, name));
    }

    /// Those of a text in UTF-8.
    static List<String> lines(Session session, String name) {
        return new String(bytes(session, name), StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] bytes(Session session, String name) {
        try {
            return Files.readAllBytes(session.environment().directory().resolve(name));
        } catch (IOException e) {
            throw new InputException("cannot read " + name, "check the path and its permissions", e);
        }
    }
}
