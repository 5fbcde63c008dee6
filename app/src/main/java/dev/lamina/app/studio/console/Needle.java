package dev.lamina.app.studio.console;

/// What is looked for.
///
/// @param text not a pattern
/// @param matchCase whether `A` and `a` differ
record Needle(String text, boolean matchCase) {
    /// Folds case when it does not matter, character by character, so that places stay the same.
    char[] fold(CharSequence words) {
        char[] folded = new char[words.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = matchCase ? words.charAt(i) : Character.toLowerCase(Character.toUpperCase(words.charAt(i)));
        }
        return folded;
    }
}
