package dev.lamina.app.cli;

import dev.lamina.assembler.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lamina metadata`: groups the commands below it.
@Command(
        name = "metadata",
        header = "Work with what a system is told at its boot.",
        footer = {"", "Examples:", "  lamina metadata create config.iso '{\"hostname\": {\"content\": \"web\"}}'"})
final class MetadataCommand {

    /// `lamina metadata create`.
    @Command(
            name = "create",
            header = "Make a CD image with metadata.",
            description = {
                "With DATA or --data-file: LinuxKit's form, one file \"config\".",
                "With --user-data: cloud-init's form (NoCloud)."
            },
            footer = {
                "",
                "Examples:",
                "  lamina metadata create config.iso '{\"hostname\": {\"content\": \"web\"}}'",
                "  lamina metadata create --data-file config.json config.iso",
                "  lamina metadata create --user-data user.yml --meta-data meta.yml seed.iso"
            })
    static final class Create implements Callable<Integer> {
        private final Session session;

        @Spec
        @Nullable
        CommandSpec spec;

        @Parameters(index = "0", paramLabel = "IMAGE", description = "The file to write, e.g. config.iso.")
        String image = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "DATA", description = "The content of the file config.")
        @Nullable
        String data;

        @Option(names = "--data-file", paramLabel = "FILE", description = "A file with the data; - is standard input.")
        @Nullable
        String dataFile;

        @Option(names = "--user-data", paramLabel = "FILE", description = "Of cloud-init: what to do at the boot.")
        @Nullable
        String userData;

        @Option(names = "--meta-data", paramLabel = "FILE", description = "Of cloud-init: who the machine is.")
        @Nullable
        String metaData;

        @Option(
                names = "--label",
                paramLabel = "LABEL",
                defaultValue = "cidata",
                description = "Of the file system (default: ${DEFAULT-VALUE}, by which it is found on a disk too).")
        String label = "cidata";

        Create(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            Map<String, ByteSource> files = files();
            Path target = session.environment().directory().resolve(image).normalize();
            session.operations().createMetadata().create(target, label, files);
            session.tell("wrote " + image);
            return 0;
        }

        private Map<String, ByteSource> files() throws IOException {
            long given =
                    Stream.of(data, dataFile, userData).filter(Objects::nonNull).count();
            if (given != 1 || metaData != null && userData == null) {
                throw WrongUsage.of(
                        spec, "give either DATA, or --data-file, or --user-data (perhaps with --meta-data)");
            }
            Map<String, ByteSource> files = new LinkedHashMap<>();
            if (data != null) {
                files.put("config", ByteSource.of(data.getBytes(StandardCharsets.UTF_8)));
            }
            if (dataFile != null) {
                files.put("config", read(dataFile));
            }
            if (userData != null) {
                files.put("user-data", read(userData));
                files.put("meta-data", metaData == null ? ByteSource.of(new byte[0]) : read(metaData));
            }
            return files;
        }

        private ByteSource read(String file) throws IOException {
            return file.equals("-") ? ByteSource.of(session.in().readAllBytes()) : GivenFile.read(session, file);
        }
    }
}
