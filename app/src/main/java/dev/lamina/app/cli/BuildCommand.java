package dev.lamina.app.cli;

import static java.util.Map.entry;

import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.Formats;
import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.format.ImageOutput.OutputFile;
import dev.lamina.model.yaml.CompositionWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lamina build`.
@Command(
        name = "build",
        header = "Build the image of a composition.",
        description = {
            "kernel+initrd: NAME-kernel, NAME-initrd.img and NAME-cmdline, for direct kernel boot.",
            "tar-kernel-initrd: the same in one file, NAME-initrd.tar. tar: NAME.tar, the whole tree.",
            "docker: NAME.docker, the tree with a Dockerfile, for 'docker build -'.",
            "The same files give the same bytes."
        },
        footer = {
            "",
            "Examples:",
            "  lamina build examples/minimal.yml",
            "  lamina build --format tar,kernel+initrd --dir out base.yml web.yml",
            "  lamina build --arch arm64 --compression small web.yml",
            "  lamina build -o - web.yml | tar -t"
        })
final class BuildCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    final BuildOptions build = new BuildOptions();

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            split = ",",
            description =
                    "kernel+initrd, tar-kernel-initrd, tar, docker; several with commas (default: kernel+initrd, and"
                            + " tar with -o).")
    @Nullable
    List<String> formats;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            description = "First part of the files' names (default: that of the last FILE).")
    @Nullable
    String name;

    @Option(
            names = {"-d", "--dir"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where to write (default: the current directory).")
    Path dir = Path.of(".");

    @Option(
            names = {"-o", "--o"},
            paramLabel = "FILE",
            description = "Write the one file of the format to FILE; - is standard output.")
    @Nullable
    String output;

    @Option(
            names = "--size",
            paramLabel = "SIZE",
            description = "Of disks, e.g. 1024M or 2G, as LinuxKit has it; no format here has a fixed size.")
    @Nullable
    String size;

    @Option(
            names = "--input-tar",
            paramLabel = "TAR",
            description = "Accepted for LinuxKit's sake: unchanged parts come from the cache, without a tar of before.")
    @Nullable
    Path inputTar;

    @Option(names = "--dry-run", description = "Print the merged YAML and build nothing.")
    boolean dryRun;

    BuildCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (dryRun) {
            session.out().print(CompositionWriter.yaml(build.read(session).composition()));
            return 0;
        }
        List<String> wanted = formats();
        if (output != null) {
            return new SingleFile(session, output)
                    .write((folder, reporter) ->
                            build.operations(session).buildImage().build(request(wanted, folder), reporter));
        }
        print(build(request(wanted, dir)));
        return 0;
    }

    private List<String> formats() {
        List<String> given = formats != null ? formats : List.of(output == null ? "kernel+initrd" : "tar");
        List<String> wanted = FormatNames.checked(given, Objects.requireNonNull(spec));
        if (output != null && (wanted.size() > 1 || !Formats.ofOneFile().containsAll(wanted))) {
            throw WrongUsage.of(
                    spec,
                    "-o writes one file, so it goes with one of the formats " + String.join(", ", Formats.ofOneFile()));
        }
        return wanted;
    }

    private BuildImage.Request request(List<String> wanted, Path folder) {
        Optional<String> given = Optional.ofNullable(name);
        given.filter(text -> text.contains("/") || text.contains("\\") || text.startsWith(".") || text.isBlank())
                .ifPresent(text -> {
                    throw WrongUsage.of(
                            spec, "'" + text + "' cannot begin the name of a file; use --dir for the folder");
                });
        return build.request(session, wanted, given, folder);
    }

    private ImageOutput build(BuildImage.Request request) {
        try (ProgressView progress = session.progress()) {
            return build.operations(session).buildImage().build(request, progress.reporter());
        }
    }

    private void print(ImageOutput output) {
        Path here = session.environment().directory();
        for (OutputFile file : output.files()) {
            String shown = file.path().startsWith(here)
                    ? here.relativize(file.path()).toString()
                    : file.path().toString();
            session.print(
                    () -> shown + "  " + Bytes.text(file.size()),
                    () -> Json.object(
                            entry("file", shown),
                            entry("size", file.size()),
                            entry("sha256", file.sha256().hex())));
        }
    }
}
