package dev.lamina.app.cli;

import dev.lamina.app.operation.RegistryLibrary;
import dev.lamina.assembler.oci.Platform;
import dev.lamina.assembler.registry.ImagePush.Pushed;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lamina image push`.
@Command(
        name = "push",
        header = "Send an image of the store, or built files, to a registry.",
        description = {
            "An image goes with all platforms that are in the store, and with its index. AS is what the",
            "registry is to call it (default: as it is called here).",
            "",
            "With --artifact, sends files, or those of an earlier build by their PREFIX, as one OCI artifact."
        },
        synopsisSubcommandLabel = "",
        customSynopsis = {
            "lamina image push [OPTIONS] REF [AS]",
            "lamina image push [OPTIONS] --artifact PREFIX|FILE... AS"
        },
        footer = {
            "",
            "Examples:",
            "  lamina image push registry.example/team/web:1",
            "  lamina image push lamina/sshd registry.example/team/sshd:1",
            "  lamina image push --artifact out/web registry.example/team/web-system:1"
        })
final class ImagePushCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    final StoreOption store = new StoreOption();

    @Mixin
    final RegistryOptions registries = new RegistryOptions();

    @Option(names = "--remote-name", paramLabel = "AS", description = "As AS; LinuxKit's word for it.")
    @Nullable
    String remoteName;

    @Option(names = "--with-arch-tags", description = "Give each platform a tag of its own too: TAG-ARCH.")
    boolean archTags;

    @Option(
            names = "--override",
            description = "Accepted for LinuxKit's sake: what the registry has under the name is always replaced.")
    boolean override;

    @Option(names = "--artifact", description = "Send files instead of an image.")
    boolean artifact;

    @Parameters(paramLabel = "REF [AS]", arity = "1..*", description = "The image, and its name in the registry.")
    List<String> words = List.of();

    ImagePushCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RegistryLibrary library =
                registries.of(store.operations(session), session).registryLibrary();
        Pushed pushed;
        try (ProgressView progress = session.progress()) {
            pushed = artifact
                    ? library.pushFiles(files(), as(), progress.reporter())
                    : library.push(image(), as(), archTags, progress.reporter());
        }
        session.print(() -> text(pushed), () -> json(pushed));
        return 0;
    }

    private ImageRef image() {
        if (words.size() > (remoteName == null ? 2 : 1)) {
            throw WrongUsage.of(spec, "too many names; give REF, or REF and AS");
        }
        return ImageRef.parse(words.getFirst());
    }

    private List<String> files() {
        List<String> files = remoteName == null ? words.subList(0, words.size() - 1) : words;
        if (files.isEmpty()) {
            throw WrongUsage.of(spec, "give the files, and the name that they get in the registry");
        }
        return files;
    }

    private ImageRef as() {
        return ImageRef.parse(remoteName == null ? words.getLast() : remoteName);
    }

    private static String text(Pushed pushed) {
        String platforms = pushed.platforms().stream().map(Platform::toString).collect(Collectors.joining(", "));
        return pushed.name() + "@" + pushed.digest() + (platforms.isEmpty() ? "" : "  " + platforms);
    }

    private static Map<String, Object> json(Pushed pushed) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("image", pushed.name());
        object.put("digest", pushed.digest().toString());
        object.put("platforms", pushed.platforms());
        return object;
    }
}
