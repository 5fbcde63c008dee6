package dev.lamina.app.studio.export;

import dev.lamina.app.picture.PictureFormat;
import dev.lamina.app.studio.base.Texts;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The file dialog of the desktop, with the formats of pictures.
public final class FxPictureChoice implements PictureChoice {
    private static final Texts TEXTS = Texts.of(FxPictureChoice.class);

    private final Supplier<@Nullable Window> owner;

    /// @param owner the window that the dialog stands before
    public FxPictureChoice(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> picture(String name, Optional<Path> folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("choice.title"));
        chooser.setInitialFileName(name);
        folder.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        for (PictureFormat format : PictureFormat.values()) {
            String words = TEXTS.get("choice." + format.name().toLowerCase(Locale.ROOT));
            chooser.getExtensionFilters().add(new ExtensionFilter(words, "*" + format.ending()));
        }
        return Optional.ofNullable(chooser.showSaveDialog(owner.get()))
                .map(file -> named(file.toPath(), chooser.getSelectedExtensionFilter()));
    }

    /// Not every desktop adds the ending that was chosen. An existing file, which the desktop did not ask
    /// about, is left alone.
    private static Path named(Path file, @Nullable ExtensionFilter chosen) {
        if (chosen == null || PictureFormat.of(file).isPresent()) {
            return file;
        }
        Path longer = file.resolveSibling(
                file.getFileName() + chosen.getExtensions().getFirst().substring(1));
        return Files.exists(longer) ? file : longer;
    }
}
