package dev.lamina.icons.build;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;

/// An icon: a drawing, and a simpler one for sizes at which details would only blur.
final class Drawing {
    /// The smallest size that shows the whole drawing.
    private static final int WHOLE = 48;

    private final String name;
    private final Path source;
    private final SVGDocument whole;
    private final SVGDocument simple;

    private Drawing(String name, Path source, SVGDocument whole, SVGDocument simple) {
        this.name = name;
        this.source = source;
        this.whole = whole;
        this.simple = simple;
    }

    /// Reads `NAME.svg` and `NAME-small.svg`.
    static Drawing in(Path folder, String name) throws IOException {
        Path source = folder.resolve(name + ".svg");
        return new Drawing(name, source, load(source), load(folder.resolve(name + "-small.svg")));
    }

    private static SVGDocument load(Path file) throws IOException {
        SVGDocument document = new SVGLoader().load(file.toUri().toURL());
        if (document == null) {
            throw new FileNotFoundException(file + " is no SVG drawing");
        }
        return document;
    }

    String name() {
        return name;
    }

    /// The file of the whole drawing.
    Path source() {
        return source;
    }

    Picture at(int size) {
        Picture picture = Picture.empty(size, size);
        Graphics2D pen = picture.pen();
        SVGDocument document = size < WHOLE ? simple : whole;
        document.renderWithPlatform(NullPlatformSupport.INSTANCE, pen, new ViewBox(0, 0, size, size));
        pen.dispose();
        return picture;
    }
}
