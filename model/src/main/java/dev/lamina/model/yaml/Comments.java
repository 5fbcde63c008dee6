package dev.lamina.model.yaml;

import dev.lamina.model.value.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.comments.CommentType;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.CommentToken;
import org.yaml.snakeyaml.tokens.Token;

/// The comments of a document. What looks like one inside of a text is none.
public final class Comments {
    private Comments() {}

    /// @param text with its `#`
    /// @param alone whether nothing but blanks stands before it on its line
    public record Comment(SourceSpan span, String text, boolean alone) {}

    /// In their order; of a text that is no YAML those before the mistake.
    public static List<Comment> of(SourceText document) {
        List<Comment> comments = new ArrayList<>();
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        try {
            ScannerImpl scanner = new ScannerImpl(new StreamReader(document.text()), options);
            while (!scanner.checkToken(Token.ID.StreamEnd)) {
                if (scanner.getToken() instanceof CommentToken token
                        && token.getCommentType() != CommentType.BLANK_LINE) {
                    comments.add(comment(document.name(), token));
                }
            }
        } catch (RuntimeException e) {
            // Odd escapes leak exceptions of the JDK, beside those of the scanner.
            return comments;
        }
        return comments;
    }

    private static Comment comment(String file, CommentToken token) {
        Mark start = token.getStartMark();
        String text = "#" + token.getValue();
        int length = text.codePointCount(0, text.length());
        int line = start.getLine() + 1;
        int column = start.getColumn() + 1;
        return new Comment(
                new SourceSpan(file, line, column, line, column + length),
                text,
                token.getCommentType() == CommentType.BLOCK);
    }
}
