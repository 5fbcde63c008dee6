package dev.lamina.model.edit;

import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;
import java.util.Optional;

/// YAML that somebody gives to be put into a document, with its comments.
///
/// @param yaml with the ends of lines of the document
/// @param value what it means
record GivenText(String yaml, Part value) {

    /// Empty when it is no YAML, or holds nothing.
    ///
    /// @param newline the end of a line in the document
    static Optional<GivenText> of(String yaml, String newline) {
        String lines = yaml.replaceAll("\\r\\n|\\r|\\n", newline);
        return DocumentTree.of(lines).map(tree -> new GivenText(lines, tree.root()));
    }

    /// As an element of a list.
    Excerpt element() {
        return excerpt("- ");
    }

    /// As what a key holds.
    Excerpt held() {
        return excerpt("");
    }

    private Excerpt excerpt(String label) {
        int start = value.extent().start();
        int line = Scan.lineStart(yaml, start);
        int column = Scan.skipSpaces(yaml, line) >= start ? start - line : 0;
        String body = yaml.substring(start).replaceFirst("(\\R[ \\t]*)+$", "");
        Excerpt below = new Excerpt(body, column, yaml, value);
        String above = comments(yaml.substring(0, line));
        return new Excerpt(above + label + below.at(label.length()), 0, yaml, value);
    }

    private static String comments(String lines) {
        StringBuilder comments = new StringBuilder();
        for (int line = 0; line < lines.length(); ) {
            int next = Scan.nextLine(lines, Scan.lineEnd(lines, line));
            int hash = Scan.skipSpaces(lines, line);
            if (lines.startsWith("#", hash)) {
                comments.append(lines, hash, next);
            }
            line = next;
        }
        return comments.toString();
    }
}
