package dev.lamina.app.picture;

import dev.lamina.model.check.SystemView;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Draws systems and writes the drawings down. The same system gives the same bytes, on every computer.
public final class Pictures {
    private Pictures() {}

    /// What a picture should be like.
    ///
    /// @param links to be drawn between the cards
    public record Wish(PictureFormat format, Colours colours, List<Link> links) {
        public Wish {
            links = List.copyOf(links);
        }
    }

    public static byte[] write(SystemView system, Wish wish) {
        return switch (wish.format()) {
            case SVG -> SvgWriter.write(SystemDrawing.of(system, wish.links(), wish.colours()));
            case PDF -> PdfWriter.write(SystemDrawing.of(system, wish.links(), wish.colours()));
            case PNG -> PngWriter.write(SystemDrawing.of(system, wish.links(), wish.colours()));
            // Mermaid has its own colours.
            case MERMAID -> MermaidWriter.write(system, wish.links()).getBytes(StandardCharsets.UTF_8);
        };
    }
}
