package dev.lamina.app.studio.palette;

/// Whether somebody meant a word and mistyped one letter: another one, one too many, one too few, or two in the wrong
/// order.
final class OneTypo {
    private OneTypo() {}

    /// @param typed may be only the beginning of the word
    static boolean of(String typed, String word) {
        int same = 0;
        while (same < typed.length() && same < word.length() && typed.charAt(same) == word.charAt(same)) {
            same++;
        }
        if (same == typed.length()) {
            return true;
        }
        return begins(word, same + 1, typed, same + 1)
                || begins(word, same, typed, same + 1)
                || begins(word, same + 1, typed, same)
                || (swapped(typed, word, same) && begins(word, same + 2, typed, same + 2));
    }

    /// Whether what is left of the word begins with what is left of what was typed.
    private static boolean begins(String word, int inWord, String typed, int inTyped) {
        int length = typed.length() - Math.min(inTyped, typed.length());
        return inWord <= word.length() && word.regionMatches(inWord, typed, inTyped, length);
    }

    private static boolean swapped(String typed, String word, int at) {
        return at + 1 < typed.length()
                && at + 1 < word.length()
                && typed.charAt(at) == word.charAt(at + 1)
                && typed.charAt(at + 1) == word.charAt(at);
    }
}
