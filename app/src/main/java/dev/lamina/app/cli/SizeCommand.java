package dev.lamina.app.cli;

import dev.lamina.assembler.size.RamdiskSizes;
import dev.lamina.assembler.size.SizeReport;
import dev.lamina.assembler.size.SizeReport.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lamina size`.
@Command(
        name = "size",
        header = "Show what the bytes of an image are for.",
        description = {
            "For a composition: the kernel and each component, as they would be built.",
            "For the first part of the names that 'lamina build' wrote: the same by the places of the files.",
            "What is compressed together is shared out by the sizes of the files."
        },
        footer = {
            "",
            "Examples:",
            "  lamina size examples/minimal.yml",
            "  lamina size --compression small web.yml",
            "  lamina size out/web"
        })
final class SizeCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final BuildOptions build = new BuildOptions();

    SizeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        SizeReport report = report();
        if (session.options().json) {
            report.rows().forEach(row -> session.out().println(Json.line(json(row))));
            return 0;
        }
        Table table = new Table("lrrrr").row("COMPONENT", "FILES", "BYTES", "IN THE IMAGE", "");
        for (Row row : report.rows()) {
            table.row(
                    row.component(),
                    Long.toString(row.files()),
                    Bytes.text(row.bytes()),
                    Bytes.text(row.stored()),
                    share(row.stored(), report.stored()));
        }
        table.row(
                "all", Long.toString(report.files()), Bytes.text(report.bytes()), Bytes.text(report.stored()), "100 %");
        session.out().print(table.text());
        return 0;
    }

    private SizeReport report() throws IOException {
        Path prefix = session.environment().directory().resolve(build.files.getFirst());
        Path ramdisk = prefix.resolveSibling(prefix.getFileName() + "-initrd.img");
        if (build.files.size() == 1 && !Files.exists(prefix) && Files.isRegularFile(ramdisk)) {
            return RamdiskSizes.of(prefix.resolveSibling(prefix.getFileName() + "-kernel"), ramdisk);
        }
        try (ProgressView progress = session.progress()) {
            return build.operations(session)
                    .assembly()
                    .measure(
                            build.request(session, List.of("kernel+initrd"), Optional.empty(), Path.of(".")),
                            progress.reporter());
        }
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
    }

    private static Map<String, Object> json(Row row) {
        return Map.of(
                "component", row.component(),
                "files", row.files(),
                "bytes", row.bytes(),
                "stored", row.stored());
    }
}
