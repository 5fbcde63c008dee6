package dev.lamina.app.cli;

import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.size.Duplicate;
import dev.lamina.assembler.size.SizeReport;
import dev.lamina.assembler.size.SizeReport.Row;
import dev.lamina.assembler.size.Sizes;
import java.util.List;
import java.util.Locale;

/// What `lamina size` prints for people.
final class SizeText {
    /// So many places of a duplicate are named.
    private static final int FEW = 4;

    private SizeText() {}

    /// @param files how many of the biggest to list
    static String of(Sizes sizes, int files, boolean duplicates) {
        StringBuilder text = new StringBuilder(components(sizes.report()));
        if (files > 0) {
            text.append('\n').append(biggest(sizes.biggest(files)));
        }
        if (duplicates) {
            text.append('\n').append(duplicates(sizes.duplicates()));
        }
        return text.toString();
    }

    private static String components(SizeReport report) {
        Table table = new Table("lrrrr").row("COMPONENT", "FILES", "BYTES", "IN THE IMAGE", "");
        for (Row row : report.rows()) {
            table.row(
                    row.component(),
                    Long.toString(row.files()),
                    Bytes.text(row.bytes()),
                    Bytes.text(row.stored()),
                    share(row.stored(), report.stored()));
        }
        String files = Long.toString(report.files());
        return table.row("all", files, Bytes.text(report.bytes()), Bytes.text(report.stored()), "100 %")
                .text();
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static String biggest(List<ListedFile> files) {
        Table table = new Table("rrll").row("BYTES", "IN THE IMAGE", "COMPONENT", "BIGGEST FILES");
        files.forEach(
                file -> table.row(Bytes.text(file.size()), Bytes.text(file.stored()), file.component(), file.path()));
        return table.text();
    }

    private static String duplicates(List<Duplicate> duplicates) {
        if (duplicates.isEmpty()) {
            return "no duplicates\n";
        }
        long wasted = duplicates.stream().mapToLong(Duplicate::wasted).sum();
        Table table = new Table("rrl").row("WASTED", "TIMES", "DUPLICATES");
        for (Duplicate duplicate : duplicates) {
            List<String> paths = duplicate.paths();
            table.row(Bytes.text(duplicate.wasted()), Integer.toString(paths.size()), paths.getFirst());
            paths.stream().skip(1).limit(FEW - 1L).forEach(path -> table.row("", "", path));
            if (paths.size() > FEW) {
                table.row("", "", "and " + (paths.size() - FEW) + " more");
            }
        }
        return table.row(Bytes.text(wasted), "", "all, before compression").text();
    }
}
