package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.git.Git;
import dev.lamina.assembler.git.PackageFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// LinuxKit's description of a package, `build.yml`: how the image is called, and what it is made from.
///
/// @param tag with `{{.Hash}}` where the hash of the folder goes
/// @param arches for which the image is made
/// @param extraSources `FOLDER:PLACE`, each a folder beside the package and where it goes
/// @param gitRepository where the sources are said to be; may be empty
/// @param cache whether the builder may use what it built before
/// @param needsImages whether images of Docker are wanted beside the sources (`depends`)
/// @param config the label `org.mobyproject.config` as JSON, or nothing
public record BuildYml(
        String org,
        String image,
        String tag,
        String dockerfile,
        List<String> arches,
        List<String> extraSources,
        List<String> buildArgs,
        boolean network,
        String gitRepository,
        boolean cache,
        boolean needsImages,
        String config) {
    public static final String FILE = "build.yml";

    private static final Set<String> KEYS = Set.of(
            "image",
            "org",
            "tag",
            "dockerfile",
            "arches",
            "extra-sources",
            "gitrepo",
            "network",
            "disable-cache",
            "config",
            "buildArgs",
            "depends");
    private static final int MAX_BYTES = 1 << 20;

    public BuildYml {
        arches = List.copyOf(arches);
        extraSources = List.copyOf(extraSources);
        buildArgs = List.copyOf(buildArgs);
    }

    /// Whether a file has no keys but those of LinuxKit's descriptions.
    ///
    /// @throws java.nio.file.NoSuchFileException there is none
    public static boolean isOne(Path file) throws IOException {
        return KEYS.containsAll(Description.parse(file.toString(), text(file)).keys());
    }

    /// @throws java.nio.file.NoSuchFileException there is none
    /// @throws BadDescriptionException it is wrong at a line
    public static BuildYml read(Path file) throws IOException {
        return parse(file.toString(), text(file));
    }

    private static String text(Path file) throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
            throw new IOException("it is too large");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    static BuildYml parse(String file, String text) {
        Description root = Description.parse(file, text);
        List<String> arches = root.texts("arches");
        BuildYml read = new BuildYml(
                root.text("org", "linuxkit"),
                root.text("image"),
                root.text("tag", PackageName.HASH_ALONE),
                root.text("dockerfile", "Dockerfile"),
                arches.isEmpty() ? List.of("amd64", "arm64", "riscv64") : arches,
                root.texts("extra-sources"),
                root.texts("buildArgs"),
                root.truth("network"),
                root.text("gitrepo", ""),
                !root.truth("disable-cache"),
                root.tree("depends").isPresent(),
                DescriptionReader.config(root, file));
        root.end();
        return read;
    }

    /// The name that `@pkg:` stands for, whose tag is the hash alone, whatever [#tag()] says: so LinuxKit has it.
    public String templateReference(Git git, Path folder) throws IOException {
        return reference(org, PackageName.HASH_ALONE, hash(git, folder));
    }

    /// The hash of the folder, or nothing outside of git.
    public String hash(Git git, Path folder) throws IOException {
        return new PackageFolder(git, folder).hash(sources(folder)).orElse("");
    }

    /// The folders beside the package that it is made from.
    public List<Path> sources(Path folder) {
        List<Path> sources = new ArrayList<>();
        for (String source : extraSources) {
            sources.add(folder.resolve(source.substring(0, Math.max(0, source.indexOf(':'))))
                    .normalize());
        }
        return sources;
    }

    /// @param template of the tag; an empty tag is `latest`
    public String reference(String org, String template, String hash) {
        String filled = PackageName.filled(template, hash);
        return org + "/" + image + ":" + (filled.isEmpty() ? "latest" : filled);
    }
}
