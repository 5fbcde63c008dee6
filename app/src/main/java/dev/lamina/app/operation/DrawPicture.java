package dev.lamina.app.operation;

import dev.lamina.app.picture.Colours;
import dev.lamina.app.picture.Link;
import dev.lamina.app.picture.PictureFormat;
import dev.lamina.app.picture.Pictures;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.part.Images;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.validate.Validator;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.ReadResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes pictures of a document. They show what the document says, and what the descriptions of built-in
/// components add to it; not what happens to be in the image store, in local files or in the calendar. So
/// the same document is the same picture on every computer.
public final class DrawPicture {
    private final Catalogue catalogue;

    /// @param catalogue the built-in components
    public DrawPicture(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @param links what should be drawn between the components of a system
    public record Wish(Colours colours, Function<SystemView, List<Link>> links) {
        public static final Wish PLAIN = new Wish(Colours.LIGHT, system -> List.of());
    }

    public byte[] draw(ReadResult read, PictureFormat format, Wish wish) {
        SystemView system = system(read);
        return Pictures.write(
                system, new Pictures.Wish(format, wish.colours(), wish.links().apply(system)));
    }

    /// The text of a flowchart.
    public String mermaid(ReadResult read, Wish wish) {
        return new String(draw(read, PictureFormat.MERMAID, wish), StandardCharsets.UTF_8);
    }

    /// Writes a picture in the format that the file's name ends in.
    ///
    /// @throws InputException there is no such format, or the file cannot be written
    public void write(Path file, ReadResult read, Wish wish) {
        PictureFormat format = PictureFormat.of(file)
                .orElseThrow(() -> new InputException(
                        "no picture is called " + file.getFileName(), "let its name end in one of " + endings()));
        byte[] picture = draw(read, format, wish);
        try {
            AtomicFile.write(file, picture);
        } catch (IOException e) {
            throw new InputException("cannot write " + file + ": " + e.getMessage(), "choose another folder", e);
        }
    }

    private static String endings() {
        return Arrays.stream(PictureFormat.values()).map(PictureFormat::ending).collect(Collectors.joining(", "));
    }

    private SystemView system(ReadResult read) {
        Map<ImageRef, ImageFacts> images = new HashMap<>();
        Images.of(read.composition()).keySet().stream()
                .filter(ImageRef::builtIn)
                .forEach(ref ->
                        catalogue.find(ref).ifPresent(component -> images.put(ref, GatherFacts.described(component))));
        SystemFacts facts =
                new SystemFacts(Arch.AMD64, images, Optional.empty(), Map.of(), RunFacts.UNKNOWN, LocalDate.EPOCH);
        return new Validator().view(read, facts);
    }
}
