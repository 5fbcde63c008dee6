package dev.lamina.model.value;

/// A place in a text.
///
/// @param file the name as the user gave it
/// @param line counted from 1
/// @param column counted from 1, in characters
/// @param endLine line of the first character after the place
/// @param endColumn column of the first character after the place
public record SourceSpan(String file, int line, int column, int endLine, int endColumn) {

    public static SourceSpan at(String file, int line, int column) {
        return new SourceSpan(file, line, column, line, column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
