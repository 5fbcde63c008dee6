package dev.lamina.app.studio.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where there are no dialogs: the user never chooses.
final class NoFileChoice implements FileChoice {
    @Override
    public List<Path> open() {
        return List.of();
    }

    @Override
    public Optional<Path> save(String name, Optional<Path> folder) {
        return Optional.empty();
    }
}
