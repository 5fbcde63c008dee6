package dev.lamina.app.cli;

import dev.lamina.app.operation.BuildPackage;
import dev.lamina.app.operation.DockerBuild;
import dev.lamina.app.operation.FoundPackage;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Option(names = "--dockerfile", paramLabel = "FILE", description = "Docker: the Dockerfile, below the folder.")
    @Nullable
    String dockerfile;

    @Option(
            names = "--build-arg-file",
            paramLabel = "FILE",
            description = "Docker: arguments of the build, NAME=VALUE a line.")
    List<Path> buildArgFiles = List.of();

    @Option(names = "--network", negatable = true, description = "Docker: the build may use the network, or may not.")
    @Nullable
    Boolean network;

    @Option(names = "--nonetwork", description = "Docker: as --no-network.")
    boolean noNetwork;

    @Option(names = "--disable-cache", description = "Docker: use nothing of earlier builds.")
    boolean disableCache;

    @Option(names = "--enable-cache", description = "Docker: use earlier builds, whatever the description says.")
    boolean enableCache;

    @Option(names = "--builder-name", paramLabel = "NAME", description = "Docker: the builder to use.")
    @Nullable
    String builder;

    @Option(
            names = "--sbom-scanner",
            paramLabel = "IMAGE",
            defaultValue = "",
            description = "Docker: what finds out what is in the image; false for nothing.")
    String sbomScanner = "";

    @Option(names = "--ssh", paramLabel = "AGENT", description = "Docker: an SSH agent for the build.")
    List<String> ssh = List.of();

    @Option(names = "--progress", paramLabel = "HOW", description = "Docker: plain prints all that it says.")
    @Nullable
    String progress;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders with lamina-pkg.yml or build.yml.")
    List<Path> folders = List.of();

    PkgBuildCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        List<BuildPackage.Request> requests = new ArrayList<>();
        for (Path folder : folders) {
            requests.add(request(naming.find(session, folder)));
        }
        BuildPackage build = store.operations(session).buildPackage();
        if (dryRun) {
            requests.forEach(request -> plan(build, request));
            return 0;
        }
        List<StoredImage> images = new ArrayList<>();
        try (ProgressView view = session.progress()) {
            Consumer<String> output = "plain".equals(progress) ? session.err()::println : line -> {};
            for (BuildPackage.Request request : requests) {
                images.addAll(build.build(request, output, view.reporter()));
            }
        }
        print(images);
        return 0;
    }

    private BuildPackage.Request request(FoundPackage found) throws IOException {
        DockerBuild.Options docker = new DockerBuild.Options(
                Optional.ofNullable(dockerfile),
                buildArgs(),
                noNetwork ? Optional.of(false) : Optional.ofNullable(network),
                disableCache || enableCache ? Optional.of(!disableCache) : Optional.empty(),
                Optional.ofNullable(builder).or(() -> session.environment().variable("LINUXKIT_BUILDER_NAME")),
                sbomScanner,
                ssh);
        return new BuildPackage.Request(found, arches(found), force, offline, locked, docker);
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

    private List<String> buildArgs() throws IOException {
        List<String> args = new ArrayList<>();
        for (Path file : buildArgFiles) {
            for (String line :
                    Files.readAllLines(session.environment().directory().resolve(file))) {
                if (!line.isBlank()) {
                    args.add(line.strip());
                }
            }
        }
        return args;
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

    private void print(List<StoredImage> images) {
        if (session.options().json) {
            images.forEach(image -> session.out().println(Json.line(json(image))));
            return;
        }
        Table table = new Table("llrl").row("IMAGE", "ARCH", "SIZE", "DIGEST");
        images.forEach(image -> table.row(
                image.ref().name(),
                image.arch().ociName(),
                Bytes.text(image.size()),
                image.manifestDigest().hex().substring(0, 12)));
        session.out().print(table.text());
    }

    private static Map<String, Object> json(StoredImage image) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("image", image.ref().name());
        object.put("arch", image.arch().ociName());
        object.put("size", image.size());
        object.put("digest", image.manifestDigest().toString());
        return object;
    }
}
