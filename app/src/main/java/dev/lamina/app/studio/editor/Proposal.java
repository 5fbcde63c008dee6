package dev.lamina.app.studio.editor;

/// Something that completion can write.
///
/// @param label what the list shows, and what is compared with what has been typed
/// @param insert what is written in the place of what has been typed; a `\n` is followed by the indentation of the line
/// @param about a sentence for the user; empty when there is none
/// @param more whether there is something to complete right behind it
record Proposal(Kind kind, String label, String insert, String about, boolean more) {
    enum Kind {
        KEY("right"),
        VALUE("check"),
        CAPABILITY("shield"),
        IMAGE("image"),
        PATH("folder");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        String icon() {
            return icon;
        }
    }

    static Proposal value(String text, String about) {
        return new Proposal(Kind.VALUE, text, text, about, false);
    }

    Proposal writing(String text) {
        return new Proposal(kind, label, text, about, more);
    }
}
