package dev.lamina.app.studio.editor;

/// Texts in quotes, within one line.
final class Quotes {
    private Quotes() {}

    /// A word without the quotes that stand around it.
    static String without(String word) {
        boolean quoted = word.length() > 1 && (word.charAt(0) == '"' || word.charAt(0) == '\'');
        return quoted ? word.substring(1, word.length() - 1) : word;
    }

    /// Where the closing quote stands; the end of the line when it is not there.
    ///
    /// @param from behind the opening one
    static int end(String line, int from, char quote) {
        for (int at = from; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quote == '"' && c == '\\') {
                at++;
            } else if (c == quote) {
                boolean doubled = quote == '\'' && at + 1 < line.length() && line.charAt(at + 1) == '\'';
                if (!doubled) {
                    return at;
                }
                at++;
            }
        }
        return line.length();
    }
}
