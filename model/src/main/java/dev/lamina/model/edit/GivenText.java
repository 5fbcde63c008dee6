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
        int column = Scan.isFirstOnLine(yaml, start) ? Scan.column(yaml, start) : 0;
        Excerpt below = new Excerpt(yaml.substring(start, lastLineEnd(yaml, start)), column, yaml, value);
        String above = comments(yaml.substring(0, Scan.lineStart(yaml, start)));
        return new Excerpt(above + label + below.at(label.length()), 0, yaml, value);
    }

    /// Where the last line ends that is not blank.
    private static int lastLineEnd(String yaml, int start) {
        int end = yaml.length();
        for (int at = end; at > start && Scan.isBlank(yaml.charAt(at - 1)); at--) {
            if (Scan.isBreak(yaml.charAt(at - 1))) {
                end = at - 1;
            }
        }
        return end;
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
