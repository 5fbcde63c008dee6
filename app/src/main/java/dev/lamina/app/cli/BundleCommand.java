package dev.lamina.app.cli;

import dev.lamina.app.operation.MakeBundle;
import dev.lamina.app.operation.Operations;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.ReadResult;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lamina bundle`.
@Command(
        name = "bundle",
        header = "Pack a composition with all that it needs into one file.",
        description = {
            "The file holds the merged document, its images (fetched or made if need be) and the files of this",
            "computer that it names, each by its digest. 'lamina build', 'run', 'plan', 'size' and 'validate'",
            "take it in place of YAML files, and need no network and no other image then."
        },
        footer = {
            "",
            "Examples:",
            "  lamina bundle web.yml -o web.bundle",
            "  lamina bundle --arch amd64,arm64 base.yml web.yml -o web.bundle",
            "  lamina build web.bundle"
        })
final class BundleCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "YAML files, merged in this order.")
    List<String> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write; - is standard output.")
    String output = "";

    @Option(
            names = {"-a", "--arch"},
            paramLabel = "ARCH",
            split = ",",
            converter = ArchConverter.class,
            description = "For which to take images: amd64, arm64; several with commas (default: this computer's).")
    List<Arch> arches = List.of();

    @Mixin
    final FetchingOptions images = new FetchingOptions();

    BundleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        OutputTarget target = new OutputTarget(session, output);
        target.refuseImpossible("name a file");
        Operations operations = images.operations(session);
        ReadResult document =
                operations.readComposition().read(files, session.in()).orThrow();
        MakeBundle.Request request = new MakeBundle.Request(document, arches(), images.fetching());
        try (ProgressView progress = session.progress()) {
            operations.makeBundle().make(request, content -> target.write(content::writeTo), progress.reporter());
        }
        return 0;
    }

    private List<Arch> arches() {
        return arches.isEmpty()
                ? List.of(session.operations().hostArch())
                : arches.stream().distinct().sorted().toList();
    }
}
