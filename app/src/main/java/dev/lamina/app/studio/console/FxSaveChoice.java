package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.jspecify.annotations.Nullable;

/// The desktop's dialog for saving, in front of the window that a node is in.
final class FxSaveChoice implements SaveChoice {
    private static final Texts TEXTS = Texts.of(FxSaveChoice.class);

    private final Node node;

    FxSaveChoice(Node node) {
        this.node = node;
    }

    @Override
    public Optional<Path> ask(String name) {
        @Nullable Scene scene = node.getScene();
        if (scene == null) {
            return Optional.empty();
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("save.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(TEXTS.get("save.filter"), "*.log", "*.txt"),
                        new ExtensionFilter(TEXTS.get("save.all"), "*"));
        return Optional.<File>ofNullable(chooser.showSaveDialog(scene.getWindow()))
                .map(File::toPath);
    }
}
