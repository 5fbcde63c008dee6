package dev.lamina.app.picture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The objects of a PDF file and its table of where they are (ISO 32000-1, 7.5). All text is ASCII.
final class PdfObjects {
    private final StringBuilder file = new StringBuilder("%PDF-1.4\n");
    private final List<Integer> offsets = new ArrayList<>();

    /// The first one has number 1.
    void add(String object) {
        offsets.add(file.length());
        file.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
    }

    /// @param root the number of the catalog
    byte[] file(int root, int info) {
        int table = file.length();
        int size = offsets.size() + 1;
        file.append("xref\n0 ").append(size).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        file.append("trailer\n<</Size " + size + "/Root " + root + " 0 R/Info " + info + " 0 R>>\nstartxref\n" + table
                + "\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
