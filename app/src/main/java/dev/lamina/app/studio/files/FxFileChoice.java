package dev.lamina.app.studio.files;

import dev.lamina.app.studio.base.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The file dialogs of the desktop.
public final class FxFileChoice implements FileChoice {
    private static final Texts TEXTS = Texts.of(FxFileChoice.class);

    private final Supplier<@Nullable Window> owner;

    /// @param owner the window that dialogs stand before
    public FxFileChoice(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> open() {
        @Nullable List<File> files = chooser("open.title").showOpenMultipleDialog(owner.get());
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(String name, Optional<Path> folder) {
        FileChooser chooser = chooser("save.title");
        chooser.setInitialFileName(name);
        folder.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get(title));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(TEXTS.get("filter.yaml"), "*.yml", "*.yaml"),
                        new ExtensionFilter(TEXTS.get("filter.all"), "*"));
        return chooser;
    }
}
