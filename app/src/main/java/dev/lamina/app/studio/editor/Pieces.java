package dev.lamina.app.studio.editor;

import java.util.Arrays;

/// Where pieces of one text stand for pieces of another length of the document, in order; between them both are the
/// same. A value once it is made.
final class Pieces {
    private int[] shownFrom = new int[16];
    private int[] shownTo = new int[16];
    private int[] documentFrom = new int[16];
    private int[] documentTo = new int[16];
    private int count;

    /// Behind those that were added before.
    void add(int fromShown, int toShown, int fromDocument, int toDocument) {
        if (count == shownFrom.length) {
            shownFrom = Arrays.copyOf(shownFrom, 2 * count);
            shownTo = Arrays.copyOf(shownTo, 2 * count);
            documentFrom = Arrays.copyOf(documentFrom, 2 * count);
            documentTo = Arrays.copyOf(documentTo, 2 * count);
        }
        shownFrom[count] = fromShown;
        shownTo[count] = toShown;
        documentFrom[count] = fromDocument;
        documentTo[count++] = toDocument;
    }

    int count() {
        return count;
    }

    /// The place of the document; of one within a piece, where the piece begins.
    int toDocument(int shown) {
        return map(shown, shownFrom, shownTo, documentFrom, documentTo);
    }

    int toShown(int document) {
        return map(document, documentFrom, documentTo, shownFrom, shownTo);
    }

    private int map(int offset, int[] from, int[] to, int[] otherFrom, int[] otherTo) {
        int found = Arrays.binarySearch(from, 0, count, offset);
        int before = (found >= 0 ? found : -found - 1) - 1;
        if (before < 0) {
            return offset;
        }
        return offset >= to[before] ? otherTo[before] + offset - to[before] : otherFrom[before];
    }
}
