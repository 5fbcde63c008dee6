package dev.lamina.app.cli;

import dev.lamina.app.operation.ImageLibrary;
import dev.lamina.assembler.oci.ImportOptions;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.ImageRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lamina image import`.
@Command(
        name = "import",
        header = "Take in images from archives, folders, docker and podman.",
        description = {
            "FILE is an OCI layout or a docker archive, compressed or not; a folder with an OCI layout, such as",
            "LinuxKit's cache; a root file system, as tar or folder, which becomes an image called --name;",
            "docker:REF or podman:REF, an image that these have; or - for standard input."
        },
        footer = {
            "",
            "Examples:",
            "  lamina image import redis.tar",
            "  lamina image import ~/.linuxkit/cache",
            "  docker save nginx:1.27 | lamina image import -",
            "  lamina image import --name example.org/tools:1 --entrypoint /bin/sh rootfs.tar.gz"
        })
final class ImageImportCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    final StoreOption store = new StoreOption();

    @Mixin
    final ArchOption arch = new ArchOption();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Archives, folders, docker:REF, podman:REF, or -.")
    List<String> files = List.of();

    @Option(names = "--name", paramLabel = "REF", description = "What to call the one image that comes in.")
    @Nullable
    String name;

    @Option(
            names = "--entrypoint",
            paramLabel = "WORDS",
            description = "Of a root file system: the program, and words that always go with it; or a JSON list.")
    String entrypoint = "";

    @Option(
            names = "--cmd",
            paramLabel = "WORDS",
            description = "Of a root file system: the words behind the program, or the program; or a JSON list.")
    String cmd = "";

    @Option(names = "--env", paramLabel = "NAME=VALUE", description = "Of a root file system: a variable.")
    List<String> env = List.of();

    @Option(
            names = "--label",
            paramLabel = "NAME=VALUE",
            description = "Of a root file system: a label, e.g. org.mobyproject.config={…}.")
    List<String> labels = List.of();

    @Option(names = "--workdir", paramLabel = "DIR", description = "Of a root file system: where the program starts.")
    String workdir = "";

    ImageImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ImageLibrary library = store.operations(session).images();
        ImportOptions options = options();
        for (String file : files) {
            take(library, file, options)
                    .forEach(image ->
                            session.print(() -> Printable.text(image.name()), () -> Map.of("image", image.name())));
        }
        return 0;
    }

    private List<ImageRef> take(ImageLibrary library, String file, ImportOptions options) {
        try (ProgressView progress = session.progress()) {
            return library.take(file, options, session.in(), progress.reporter());
        }
    }

    private ImportOptions options() {
        if (name != null && files.size() > 1) {
            throw WrongUsage.of(spec, "one --name does not do for " + files.size() + " files");
        }
        ImageConfig config = new ImageConfig(words(entrypoint), words(cmd), checked(env), workdir, "", labels());
        return new ImportOptions(Optional.ofNullable(name).map(ImageRef::parse), arch.get(session), config);
    }

    /// As in a shell, without its quotes: those who need blanks in a word write a JSON list.
    private List<String> words(String text) {
        if (text.startsWith("[")) {
            return Json.texts(text)
                    .orElseThrow(() -> WrongUsage.of(spec, "'" + text + "' is not a JSON list of texts"));
        }
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private List<String> checked(List<String> pairs) {
        for (String pair : pairs) {
            if (pair.indexOf('=') <= 0) {
                throw WrongUsage.of(spec, "'" + pair + "' is not NAME=VALUE");
            }
        }
        return pairs;
    }

    private Map<String, String> labels() {
        Map<String, String> map = new LinkedHashMap<>();
        for (String label : checked(labels)) {
            int sign = label.indexOf('=');
            map.put(label.substring(0, sign), label.substring(sign + 1));
        }
        return map;
    }
}
