package dev.lamina.assembler.oci;

import static dev.lamina.assembler.testing.Archives.gzip;
import static dev.lamina.assembler.testing.Archives.tar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageImportTest {
    private static final ImageRef TOOLS = ImageRef.parse("example.org/tools:1");
    private static final ImageConfig CONFIG =
            new ImageConfig(List.of("/bin/sh"), List.of("-c", "x"), List.of("A=b"), "/srv", "", Map.of("k", "v"));
    private static final ImportOptions NAMED = new ImportOptions(Optional.of(TOOLS), Arch.ARM64, CONFIG);

    @TempDir
    Path dir;

    private ImageStore store;

    @BeforeEach
    void open() throws IOException {
        store = ImageStore.open(dir.resolve("store"));
    }

    @Test
    void oldDockerArchivesAreTaken() throws IOException {
        byte[] layer = tar(new Tree().file("etc/a", "one"));
        Tree archive = new Tree()
                .folder(hex(layer))
                .file(hex(layer) + "/VERSION", "1.0")
                .file(hex(layer) + "/json", "{}")
                .file(hex(layer) + "/layer.tar", layer)
                .folder("f".repeat(64))
                .symlink("f".repeat(64) + "/layer.tar", "../" + hex(layer) + "/layer.tar")
                .file("aa.json", config(layer, layer))
                .file("repositories", "{}")
                .file("manifest.json", """
                    [{"Config":"aa.json","RepoTags":["web:1","example.org/web:1"],
                    "Layers":["%s/layer.tar","%s/layer.tar"]}]\
                    """.formatted(hex(layer), "f".repeat(64)));

        assertThat(take(archive))
                .extracting(ImageRef::name)
                .containsExactly("docker.io/library/web:1", "example.org/web:1");

        StoredImage image = store.find(ImageRef.parse("web:1"), Arch.AMD64).orElseThrow();
        assertThat(image.layers()).hasSize(2).extracting(Layer::digest).containsOnly(digest(layer));
        assertThat(image.config().cmd()).containsExactly("/web");
        assertThat(store.digest(ImageRef.parse("example.org/web:1"))).isEqualTo(store.digest(ImageRef.parse("web:1")));
    }

    @Test
    void dockerArchivesOfOtherToolsAreTaken() throws IOException {
        byte[] layer = tar(new Tree().file("etc/a", "one"));
        byte[] packed = gzip(layer);
        String config = config(layer);
        Tree archive = new Tree()
                .file("sha256:" + hex(config.getBytes(StandardCharsets.UTF_8)), config)
                .file(hex(packed) + ".tar.gz", packed)
                .file(
                        "manifest.json",
                        "[{\"Config\":\"sha256:%s\",\"RepoTags\":[\"web\"],\"Layers\":[\"%s.tar.gz\"]}]"
                                .formatted(hex(config.getBytes(StandardCharsets.UTF_8)), hex(packed)));

        take(archive);

        StoredImage image = store.find(ImageRef.parse("web:latest"), Arch.AMD64).orElseThrow();
        assertThat(image.layers())
                .containsExactly(new Layer(Layer.TAR_GZIP, digest(packed), packed.length, digest(layer)));
    }

    @Test
    void aDockerArchiveWithoutNamesNeedsOne() throws IOException {
        byte[] layer = tar(new Tree().file("etc/a", "one"));
        Tree archive = new Tree()
                .file(hex(layer) + ".tar", layer)
                .file("c.json", config(layer))
                .file("manifest.json", manifest("null", hex(layer) + ".tar"));

        assertRefused(archive, "docker.tar: gives no image a name", "give it a name with --name");

        assertThat(take(archive, NAMED)).containsExactly(TOOLS);
        assertThat(store.arches(TOOLS)).containsExactly(Arch.AMD64);
    }

    @Test
    void anotherArchitectureOfANameJoinsTheFirst() throws IOException {
        byte[] layer = tar(new Tree().file("etc/a", "one"));
        for (String arch : List.of("amd64", "arm64")) {
            take(new Tree()
                    .file(hex(layer) + ".tar", layer)
                    .file("c.json", config(layer).replace("amd64", arch))
                    .file("manifest.json", manifest("[\"web\"]", hex(layer) + ".tar")));
        }
        assertThat(store.arches(ImageRef.parse("web"))).containsExactly(Arch.AMD64, Arch.ARM64);
    }

    @Test
    void liesInDockerArchivesAreSeen() throws IOException {
        byte[] layer = tar(new Tree().file("etc/a", "one"));
        String name = hex(layer) + ".tar";
        Tree good = new Tree().file(name, layer).file("c.json", config(layer));
        assertRefused(
                new Tree()
                        .file(name, layer)
                        .file("c.json", config(tar(new Tree())))
                        .file("manifest.json", manifest("[\"web\"]", name)),
                "docker.tar: the layer " + name + " is not what the config says",
                "export or pull the image again");
        assertRefused(
                new Tree()
                        .file(name, layer)
                        .file("c.json", config(layer, layer))
                        .file("manifest.json", manifest("[\"web\"]", name)),
                "docker.tar: has 1 layers, but its config names 2",
                "export or pull the image again");
        assertRefused(
                new Tree().file("manifest.json", manifest("[\"web\"]", name)).file(name, layer),
                "docker.tar: lacks the file c.json",
                "export or pull the image again");
        assertRefused(
                new Tree().file(name, layer).file(name, layer),
                "docker.tar: has two files " + name,
                "export or pull the image again");
        assertRefused(
                new Tree()
                        .symlink(name, "../../etc/passwd")
                        .file("c.json", config(layer))
                        .file("manifest.json", manifest("[\"web\"]", name)),
                "docker.tar: lacks the file " + name,
                "export or pull the image again");
        assertRefused(
                new Tree()
                        .symlink(name, "x.tar")
                        .symlink("x.tar", name)
                        .file("c.json", config(layer))
                        .file("manifest.json", manifest("[\"web\"]", name)),
                "docker.tar: lacks the file " + name,
                "export or pull the image again");
        assertRefused(
                good.file("manifest.json", manifest("[\"lamina/getty\"]", name)),
                "docker.tar calls an image lamina/getty, as only built-in ones are called",
                "give it a name that does not begin with lamina/");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void aRootFileSystemBecomesAnImage() throws IOException {
        byte[] tar = gzip(tar(new Tree()
                .folder("bin")
                .file("bin/sh", "sh")
                .symlink("x", "/bin/sh")
                .hardLink("y", "bin/sh")));

        assertThat(take(tar, NAMED)).containsExactly(TOOLS);

        StoredImage image = store.find(TOOLS, Arch.ARM64).orElseThrow();
        assertThat(image.config()).isEqualTo(CONFIG);
        assertThat(FlattenedImage.of(store, image).listing())
                .extracting(TreeEntry::path)
                .containsExactlyInAnyOrder("bin", "bin/sh", "x", "y");
        ImageStore other = ImageStore.open(dir.resolve("other"));
        other.importing(NAMED, Reporter.silent()).from(new ByteArrayInputStream(tar), "again");
        assertThat(other.digest(TOOLS)).isEqualTo(store.digest(TOOLS));
    }

    @Test
    void filesWithoutANameAreNoImage() throws IOException {
        assertRefused(
                new Tree().file("bin/sh", "sh"),
                "docker.tar holds no image, only files",
                "to make an image of them, name it: --name example.org/NAME:1");
        assertThatThrownBy(() -> take(new Tree().file("bin/.wh.sh", "sh"), NAMED))
                .hasMessage("docker.tar has a file bin/.wh.sh, which an image cannot have");
        assertThatThrownBy(() -> take(new Tree().folder("bin"), NAMED)).hasMessage("docker.tar is empty");
        assertThatThrownBy(() -> take(new byte[0], NAMED)).isInstanceOf(LaminaException.class);
        assertThat(store.list()).isEmpty();
    }

    @Test
    void aFolderBecomesAnImageWhateverItsOwnersAndTimes() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("unix"));
        Path root = dir.resolve("root");
        Files.createDirectories(root.resolve("bin"));
        Files.writeString(root.resolve("bin/sh"), "sh");
        Files.setPosixFilePermissions(root.resolve("bin/sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createLink(root.resolve("bin/ash"), root.resolve("bin/sh"));
        Files.createSymbolicLink(root.resolve("out"), Path.of("/etc"));
        Files.createSymbolicLink(root.resolve("loop"), Path.of("."));

        store.importing(NAMED, Reporter.silent()).from(root);

        StoredImage image = store.find(TOOLS, Arch.ARM64).orElseThrow();
        assertThat(Trees.items(FlattenedImage.of(store, image)::streamTo))
                .extracting(Trees.Item::entry)
                .containsExactly(
                        "DIRECTORY 755 0:0 @1492533000 0 0,0 bin ->  {}",
                        "FILE 755 0:0 @1492533000 2 0,0 bin/ash ->  {}",
                        "HARD_LINK 755 0:0 @1492533000 0 0,0 bin/sh -> bin/ash {}",
                        "SYMLINK 777 0:0 @1492533000 0 0,0 loop -> . {}",
                        "SYMLINK 777 0:0 @1492533000 0 0,0 out -> /etc {}");
    }

    @Test
    void whatIsNoFileIsLeftOutInWords() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("unix"));
        Path root = Files.createDirectory(dir.resolve("root"));
        Files.writeString(root.resolve("f"), "f");
        List<Progress> said = new ArrayList<>();
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(root.resolve("s")));
            store.importing(NAMED, new Reporter(said::add, () -> false)).from(root);
        }
        assertThat(said)
                .contains(new Progress.Note(Progress.Level.WARNING, "left out 1 devices, sockets and pipes: s"));
        StoredImage image = store.find(TOOLS, Arch.ARM64).orElseThrow();
        assertThat(FlattenedImage.of(store, image).listing())
                .extracting(TreeEntry::path)
                .containsExactly("f");
    }

    @Test
    void aCacheOfLinuxKitComesInWithoutWhatIsNotWhole() throws IOException {
        ImageStore cache = ImageStore.open(dir.resolve("cache"));
        for (String name : List.of("linuxkit/init:1", "linuxkit/broken:1")) {
            cache.importing(NAMED.withName(ImageRef.parse(name)), Reporter.silent())
                    .from(new ByteArrayInputStream(tar(new Tree().file("f", name))), "tar");
        }
        StoredImage broken =
                cache.find(ImageRef.parse("linuxkit/broken:1"), Arch.ARM64).orElseThrow();
        Files.delete(dir.resolve("cache/blobs/sha256")
                .resolve(broken.layers().getFirst().digest().hex()));
        List<Progress> said = new ArrayList<>();

        List<ImageRef> taken = store.importing(ImportOptions.NONE, new Reporter(said::add, () -> false))
                .from(dir.resolve("cache"));

        assertThat(taken).extracting(ImageRef::name).containsExactly("docker.io/linuxkit/init:1");
        assertThat(store.digest(taken.getFirst())).isEqualTo(cache.digest(taken.getFirst()));
        assertThat(said)
                .contains(new Progress.Note(
                        Progress.Level.WARNING,
                        "left out docker.io/linuxkit/broken:1: " + dir.resolve("cache") + ": lacks the blob "
                                + broken.layers().getFirst().digest()));
    }

    @Test
    void aNameGoesToTheOneImageOfALayout() throws IOException {
        take(tar(new Tree().file("f", "f")), NAMED);
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        store.exporting(Reporter.silent())
                .layoutTar(new ImageExport.What(List.of(TOOLS), Optional.empty(), List.of()), tar);
        String nameless = new String(tar.toByteArray(), StandardCharsets.ISO_8859_1)
                .replace("io.containerd.image.name", "io.containerd.image.none")
                .replace("org.opencontainers.image.ref.name", "org.opencontainers.image.ref.none");
        byte[] bytes = nameless.getBytes(StandardCharsets.ISO_8859_1);
        ImageRef mine = ImageRef.parse("mine");

        assertThatThrownBy(() -> take(bytes, ImportOptions.NONE))
                .hasMessage("docker.tar: gives no image a name (annotation io.containerd.image.name)");
        assertThat(take(bytes, ImportOptions.NONE.withName(mine))).containsExactly(mine);
        assertThat(store.digest(mine)).isEqualTo(store.digest(TOOLS));
        assertThatThrownBy(() -> take(bytes, ImportOptions.NONE.withName(ImageRef.parse("lamina/init"))))
                .hasMessage("only built-in images are called lamina/init");
    }

    @Test
    void whoeverCancelsGetsNoImage() throws IOException {
        byte[] tar = tar(new Tree().file("f", "f".repeat(1 << 20)));
        boolean[] cancelled = {false};
        Reporter reporter =
                new Reporter(progress -> cancelled[0] |= progress instanceof Progress.Advanced, () -> cancelled[0]);
        assertThatThrownBy(() -> store.importing(NAMED, reporter).from(new ByteArrayInputStream(tar), "tar"))
                .isInstanceOf(CancelledException.class);
        assertThat(store.list()).isEmpty();
        assertThat(dir.resolve("store/ingest")).isEmptyDirectory();
    }

    private void assertRefused(Tree archive, String message, String hint) throws IOException {
        byte[] tar = tar(archive);
        assertThatThrownBy(() -> take(tar, ImportOptions.NONE))
                .isInstanceOfSatisfying(
                        LaminaException.class, e -> assertThat(e.hint()).contains(hint))
                .hasMessage(message);
    }

    private List<ImageRef> take(Tree archive) throws IOException {
        return take(archive, ImportOptions.NONE);
    }

    private List<ImageRef> take(Tree archive, ImportOptions options) throws IOException {
        return take(tar(archive), options);
    }

    private List<ImageRef> take(byte[] tar, ImportOptions options) throws IOException {
        return store.importing(options, Reporter.silent()).from(new ByteArrayInputStream(tar), "docker.tar");
    }

    private static String manifest(String tags, String layer) {
        return "[{\"Config\":\"c.json\",\"RepoTags\":%s,\"Layers\":[\"%s\"]}]".formatted(tags, layer);
    }

    private static String config(byte[]... layers) {
        List<String> diffIds = new ArrayList<>();
        for (byte[] layer : layers) {
            diffIds.add("\"" + digest(layer) + "\"");
        }
        return "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Cmd\":[\"/web\"]},\"rootfs\":{\"type\":\"layers\","
                + "\"diff_ids\":[" + String.join(",", diffIds) + "]}}";
    }

    private static Digest digest(byte[] bytes) {
        return Hashing.digest(bytes);
    }

    private static String hex(byte[] bytes) {
        return digest(bytes).hex();
    }
}
