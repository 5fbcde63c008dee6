package dev.lamina.app.studio.editor;

/// Texts in quotes, within one line.
final class Quotes {
    private Quotes() {}

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
