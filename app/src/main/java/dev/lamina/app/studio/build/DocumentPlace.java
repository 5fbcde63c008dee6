package dev.lamina.app.studio.build;

import dev.lamina.app.operation.BuildSubject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// Where the document is kept that is built.
///
/// @param file empty as long as it was never saved
/// @param title what the window calls it, e.g. `web.yml`
public record DocumentPlace(ObservableValue<Optional<Path>> file, ObservableValue<String> title) {
    private static final String BUILD = "build";
    private static final String UNSAVED = "built";

    /// What the history of builds knows it by. Documents that were never saved share one by their titles.
    BuildSubject subject() {
        return file.getValue()
                .map(BuildSubject::of)
                .orElseGet(() -> new BuildSubject(List.of("<" + title.getValue() + ">")));
    }

    /// Where it is built when nobody says otherwise: beside the document; before it has a place, among Lamina's own
    /// files.
    Path folder(Path data) {
        return file.getValue()
                .map(path -> path.toAbsolutePath().resolveSibling(BUILD))
                .orElseGet(() -> data.resolve(UNSAVED));
    }
}
