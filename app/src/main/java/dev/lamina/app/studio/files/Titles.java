package dev.lamina.app.studio.files;

import java.util.List;

/// What documents are called that have no file yet.
final class Titles {
    private Titles() {}

    /// The title itself, or with the first number that no open document has: `untitled-2.yml`.
    static String free(String title, List<OpenDocument> documents) {
        String free = title;
        for (int i = 2; isTaken(free, documents); i++) {
            free = title.replaceFirst("(\\.\\w+)?$", "-" + i + "$1");
        }
        return free;
    }

    private static boolean isTaken(String title, List<OpenDocument> documents) {
        return documents.stream().anyMatch(document -> document.title().get().equals(title));
    }
}
