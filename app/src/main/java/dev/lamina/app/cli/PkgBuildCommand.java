package dev.lamina.app.cli;

import dev.lamina.app.operation.BuildPackage;
import dev.lamina.app.operation.FoundPackage;
import dev.lamina.app.operation.RegistryLibrary;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.registry.ImagePush;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lamina pkg build`.
@Command(
        name = "build",
        header = "Build the images of folders into the store.",
        description = {
            "The same folder gives the same image under the same name, on any computer.",
            "What is in the store already is not built again."
        },
        footer = {
            "",
            "Examples:",
            "  lamina pkg build greet",
            "  lamina pkg build --org registry.example/team --platforms linux/arm64 greet",
            "  lamina pkg build --dry-run pkg/*"
        })
final class PkgBuildCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    final NamingOptions naming = new NamingOptions();

    @Mixin
    final StoreOption store = new StoreOption();

    @Option(
            names = "--platforms",
            paramLabel = "OS/ARCH",
            split = ",",
            description = "For these, e.g. linux/arm64 (default: all that the description names).")
    List<String> platforms = List.of();

    @Option(names = "--skip-platforms", paramLabel = "OS/ARCH", split = ",", description = "Not for these.")
    List<String> skipped = List.of();

    @Option(names = "--force", description = "Build what is in the store already.")
    boolean force;

    @Option(names = "--offline", description = "Fetch no packages.")
    boolean offline;

    @Option(names = "--locked", description = "Refuse packages that are not exactly those of the locks.")
    boolean locked;

    @Option(names = "--dry-run", description = "Print what would be done.")
    boolean dryRun;

    @Option(names = "--pull", description = "Fetch what the registry has under that name, and build only the rest.")
    boolean pull;

    @Option(names = "--push", description = "Send the images to the registries that their names begin with.")
    boolean push;

    @Option(names = "--nobuild", description = "With --push: send what is in the store, and build nothing.")
    boolean noBuild;

    @Option(names = "--release", paramLabel = "TAG", description = "With --push: send them under this tag as well.")
    @Nullable
    String release;

    @Mixin
    final RegistryOptions registries = new RegistryOptions();

    @Mixin
    final DockerOptions docker = new DockerOptions();

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders with lamina-pkg.yml or build.yml.")
    List<Path> folders = List.of();

    PkgBuildCommand(Session session) {
        this.session = session;
    }

    /// `lamina pkg push`, which is `pkg build --push`.
    static CommandLine push(Session session) {
        PkgBuildCommand command = new PkgBuildCommand(session);
        command.push = true;
        CommandLine line = new CommandLine(command).setCommandName("push");
        line.getCommandSpec().usageMessage().header("Build the images of folders and send them to registries.");
        return line;
    }

    @Override
    public Integer call() throws IOException {
        List<BuildPackage.Request> requests = new ArrayList<>();
        for (Path folder : folders) {
            requests.add(request(naming.find(session, folder)));
        }
        requireSense(requests);
        BuildPackage build = store.operations(session).buildPackage();
        if (dryRun) {
            requests.forEach(request -> plan(build, request));
            return 0;
        }
        List<StoredImage> images = new ArrayList<>();
        try (ProgressView view = session.progress()) {
            for (BuildPackage.Request request : requests) {
                if (pull) {
                    pull(request, view.reporter());
                }
                if (!noBuild) {
                    images.addAll(build.build(request, docker.output(session), view.reporter()));
                }
                if (push) {
                    push(request.wanted(), view.reporter());
                }
            }
        }
        StoredImages.print(session, images);
        return 0;
    }

    private void requireSense(List<BuildPackage.Request> requests) {
        if ((noBuild || release != null) && !push) {
            throw WrongUsage.of(spec, "--nobuild and --release go with --push");
        }
        if (force && (noBuild || pull)) {
            throw WrongUsage.of(spec, "--force excludes --nobuild and --pull");
        }
        Optional<String> dirty = requests.stream()
                .map(request -> request.wanted().reference())
                .filter(name -> push && name.contains("-dirty-"))
                .findFirst();
        if (dirty.isPresent()) {
            throw new InputException(
                    dirty.get() + " has changes that git does not know, so it is not sent to a registry",
                    "commit them, or build without --push");
        }
    }

    private void pull(BuildPackage.Request wanted, Reporter reporter) throws IOException {
        RegistryLibrary library =
                registries.of(store.operations(session), session).registryLibrary();
        for (Arch arch : wanted.arches()) {
            try {
                library.pull(List.of(wanted.wanted().image()), arch, reporter);
            } catch (InputException | EnvironmentException e) {
                reporter.note("not fetched, so it is built: " + e.getMessage());
                return;
            }
        }
    }

    private void push(FoundPackage built, Reporter reporter) throws IOException {
        List<ImageRef> names = new ArrayList<>(List.of(built.image()));
        String reference = built.reference();
        if (release != null) {
            names.add(ImageRef.parse(reference.substring(0, reference.lastIndexOf(':') + 1) + release));
        }
        for (ImageRef name : names) {
            ImagePush.Pushed pushed = registries
                    .of(store.operations(session), session)
                    .registryLibrary()
                    .push(built.image(), name, false, reporter);
            session.tell("sent " + pushed.name() + "@" + pushed.digest());
        }
    }

    private BuildPackage.Request request(FoundPackage found) {
        return new BuildPackage.Request(found, arches(found), force, offline, locked, docker.options(session));
    }

    private List<Arch> arches(FoundPackage found) {
        List<String> skippedWords = words(skipped);
        List<String> wanted = platforms.isEmpty() ? found.arches() : words(platforms);
        List<Arch> arches = new ArrayList<>();
        for (String word : wanted) {
            if (!skippedWords.contains(word)) {
                arches.add(Arch.parse(word)
                        .orElseThrow(() -> new InputException("there is no architecture " + word, "e.g. linux/amd64")));
            }
        }
        return arches;
    }

    private static List<String> words(List<String> platforms) {
        return platforms.stream()
                .map(String::strip)
                .map(text -> text.startsWith("linux/") ? text.substring("linux/".length()) : text)
                .toList();
    }

    private void plan(BuildPackage build, BuildPackage.Request request) {
        for (BuildPackage.Planned planned : build.plan(request)) {
            String what = planned.pending().orElse("in the store");
            session.print(
                    () -> request.wanted().reference() + "  " + planned.arch().ociName() + "  " + what, () -> {
                        Map<String, Object> object = new LinkedHashMap<>();
                        object.put("image", request.wanted().image().name());
                        object.put("arch", planned.arch().ociName());
                        object.put("stored", planned.pending().isEmpty());
                        object.put("what", what);
                        return object;
                    });
        }
    }
}
