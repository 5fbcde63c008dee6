package dev.lamina.app.picture;

import dev.lamina.app.picture.Figure.Area;
import dev.lamina.app.picture.Figure.Box;
import dev.lamina.app.picture.Figure.Stroke;
import dev.lamina.app.picture.Figure.Words;
import dev.lamina.app.picture.Segment.Close;
import dev.lamina.app.picture.Segment.Curve;
import dev.lamina.app.picture.Segment.Line;
import dev.lamina.app.picture.Segment.Move;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A drawing as a PDF 1.4 document of one page that is as large as the drawing. Its fonts are Helvetica,
/// which every reader brings along (ISO 32000-1, 9.6.2.2); letters that it lacks are seen as a question
/// mark, but found and copied as what they are (14.9.4).
final class PdfWriter {
    /// Readers need not show larger pages (ISO 32000-1, annex C).
    private static final double LARGEST = 14_400;

    private static final Charset WIN_ANSI = Charset.forName("windows-1252");

    private final StringBuilder content = new StringBuilder();

    private PdfWriter() {}

    static byte[] write(Drawing drawing) {
        PdfWriter writer = new PdfWriter();
        double scale = Math.min(1, LARGEST / Math.max(drawing.width(), drawing.height()));
        writer.page(drawing, scale);
        PdfObjects objects = new PdfObjects();
        objects.add("<</Type/Catalog/Pages 2 0 R>>");
        objects.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + Numbers.text(drawing.width() * scale) + " "
                + Numbers.text(drawing.height() * scale)
                + "]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>");
        objects.add("<</Length " + writer.content.length() + ">>\nstream\n" + writer.content + "\nendstream");
        objects.add(font("Helvetica"));
        objects.add(font("Helvetica-Bold"));
        objects.add("<</Title " + text(drawing.title()) + ">>");
        return objects.file(1, 7);
    }

    private static String font(String name) {
        return "<</Type/Font/Subtype/Type1/BaseFont/" + name + "/Encoding/WinAnsiEncoding>>";
    }

    /// Of all of Unicode.
    private static String text(String words) {
        byte[] utf16 = ("\ufeff" + words).getBytes(StandardCharsets.UTF_16BE);
        return "<" + HexFormat.of().withUpperCase().formatHex(utf16) + ">";
    }

    private void page(Drawing drawing, double scale) {
        // In drawings y grows downwards, on paper upwards.
        String size = Numbers.text(scale);
        line(size + " 0 0 -" + size + " 0 " + Numbers.text(drawing.height() * scale) + " cm");
        line("1 J 1 j");
        colour(drawing.colours().paper(), "rg");
        line("0 0 " + Numbers.text(drawing.width()) + " " + Numbers.text(drawing.height()) + " re f");
        for (Figure figure : drawing.figures()) {
            switch (figure) {
                case Box box -> box(box);
                case Stroke stroke -> {
                    colour(stroke.colour(), "RG");
                    line(Numbers.text(stroke.width()) + " w");
                    path(stroke.outline());
                    line("S");
                }
                case Area area -> {
                    colour(area.colour(), "rg");
                    path(area.outline());
                    line("f");
                }
                case Words words -> words(words);
            }
        }
    }

    private void box(Box box) {
        box.ground().ifPresent(colour -> colour(colour, "rg"));
        box.edge().ifPresent(colour -> colour(colour, "RG"));
        line("1 w");
        path(box.outline());
        line(box.ground().isEmpty() ? "S" : box.edge().isEmpty() ? "f" : "B");
    }

    private void words(Words words) {
        CharsetEncoder encoder = WIN_ANSI.newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .onMalformedInput(CodingErrorAction.REPLACE);
        boolean whole = encoder.canEncode(words.text());
        if (!whole) {
            line("/Span<</ActualText " + text(words.text()) + ">>BDC");
        }
        colour(words.colour(), "rg");
        line("BT /" + (words.bold() ? "F2 " : "F1 ") + Numbers.text(words.size()) + " Tf 1 0 0 -1 "
                + Numbers.text(words.x()) + " " + Numbers.text(words.y()) + " Tm <" + hex(encoder, words.text())
                + "> Tj ET");
        if (!whole) {
            line("EMC");
        }
    }

    private static String hex(CharsetEncoder encoder, String text) {
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
            return HexFormat.of().withUpperCase().formatHex(bytes.array(), 0, bytes.limit());
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(e); // it replaces what it lacks
        }
    }

    private void colour(Colour colour, String operator) {
        line(part(colour.red()) + " " + part(colour.green()) + " " + part(colour.blue()) + " " + operator);
    }

    private static String part(int of255) {
        return Numbers.text(of255 / 255.0);
    }

    private void path(Outline outline) {
        for (Segment segment : outline.segments()) {
            line(
                    switch (segment) {
                        case Move(double x, double y) -> point(x, y) + " m";
                        case Line(double x, double y) -> point(x, y) + " l";
                        case Curve(double x1, double y1, double x2, double y2, double x, double y) ->
                            point(x1, y1) + " " + point(x2, y2) + " " + point(x, y) + " c";
                        case Close() -> "h";
                    });
        }
    }

    private static String point(double x, double y) {
        return Numbers.text(x) + " " + Numbers.text(y);
    }

    private void line(String text) {
        content.append(text).append('\n');
    }
}
