package dev.lamina.assembler.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.format.KernelInitrdFormat;
import dev.lamina.assembler.format.TarFormat;
import dev.lamina.assembler.fs.cpio.PathTooLongException;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.testing.Trees.Item;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.progress.Reporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Looks at what a system consists of through the tar of it.
class SystemPartsTest {
    private static final String RESOLVER = "\n# no resolv.conf configured\n";

    @TempDir
    Path home;

    private Workbench bench;

    @BeforeEach
    void open() throws IOException {
        bench = Workbench.in(home);
    }

    /// Content by `KIND path -> link`.
    private TreeMap<String, String> system(String yaml) throws IOException {
        bench.runner(1).run(bench.request(yaml, new TarFormat()), home.resolve("out"), Reporter.silent());
        TreeMap<String, String> system = new TreeMap<>();
        for (Item item : Workbench.tar(home.resolve("out/system.tar"))) {
            String[] words = item.entry().split(" ");
            system.put(words[0] + " " + words[6] + (words[8].isEmpty() ? "" : " -> " + words[8]), item.content());
        }
        return system;
    }

    private List<String> attributes(String yaml, String path) throws IOException {
        system(yaml);
        return Workbench.tar(home.resolve("out/system.tar")).stream()
                .map(Item::entry)
                .filter(entry -> entry.contains(" " + path + " "))
                .toList();
    }

    /// A JSON file without the blanks in it.
    private static String compact(TreeMap<String, String> system, String path) {
        return system.getOrDefault("FILE " + path, "").replaceAll("\\s+", "");
    }

    private static Tree image() {
        return new Tree()
                .file(".dockerenv", "")
                .file("Dockerfile", "FROM x")
                .add(new TreeEntry("dev", TreeEntry.Kind.DIRECTORY, 0700, 5, 5, 5, 0, "", 0, 0, Map.of()))
                .file("dev/console", "")
                .folder("etc")
                .file("etc/hostname", "builder")
                .file("etc/hosts", "127.0.0.1 builder\n")
                .file("etc/resolv.conf", "nameserver 10.0.0.1\n")
                .file("run", "me");
    }

    @Test
    void theRootGetsWhatEverySystemNeedsAndLosesWhatIsOfTheBuilder() throws IOException {
        bench.image("root", image());

        TreeMap<String, String> system = system("init: [root]");

        assertThat(system.keySet())
                .containsExactly(
                        "DIRECTORY dev",
                        "DIRECTORY dev/pts",
                        "DIRECTORY dev/shm",
                        "DIRECTORY etc",
                        "DIRECTORY proc",
                        "DIRECTORY sys",
                        "FILE etc/hosts",
                        "FILE run",
                        "SYMLINK etc/mtab -> /proc/mounts",
                        "SYMLINK etc/resolv.conf -> /run/resolvconf/resolv.conf");
        assertThat(system.get("FILE etc/hosts")).hasSize(160).startsWith("127.0.0.1       localhost\n");
        assertThat(attributes("init: [root]", "dev")).containsExactly("DIRECTORY 755 0:0 @1492533000 0 0,0 dev ->  {}");
    }

    @Test
    void directoriesThatNoImageDescribesStayAsOthersDescribeThem() throws IOException {
        bench.image(
                "base",
                new Tree()
                        .add(new TreeEntry("root", TreeEntry.Kind.DIRECTORY, 0700, 5, 6, 7, 0, "", 0, 0, Map.of()))
                        .add(new TreeEntry(
                                "Dockerfile", TreeEntry.Kind.DIRECTORY, 0700, 5, 6, 7, 0, "", 0, 0, Map.of()))
                        .file("Dockerfile/x", "x"));
        bench.image("more", new Tree().file("root/.ssh/key", "key").file("srv/data", "data"));
        String yaml = "init: [base, more]\nfiles: [{path: srv/other, contents: x, mode: '0640'}]\n";

        assertThat(system(yaml).keySet())
                .contains("FILE root/.ssh/key", "FILE srv/data", "FILE Dockerfile/x")
                .doesNotContain("DIRECTORY root/.ssh", "DIRECTORY Dockerfile");
        assertThat(attributes(yaml, "root")).containsExactly("DIRECTORY 700 5:6 @7 0 0,0 root ->  {}");
        assertThat(attributes(yaml, "srv")).containsExactly("DIRECTORY 750 0:0 @1492533000 0 0,0 srv ->  {}");
    }

    @Test
    void ramdiskHasEveryDirectory() throws IOException {
        bench.image("root", new Tree().file("root/.ssh/key", "key"));

        bench.runner(1)
                .run(bench.request("init: [root]", new KernelInitrdFormat()), home.resolve("out"), Reporter.silent());

        assertThat(Workbench.ramdisk(home.resolve("out/system-initrd.img")))
                .extracting(Item::entry)
                .contains(
                        "DIRECTORY 755 0:0 @1492533000 0 0,0 root ->  {}",
                        "DIRECTORY 755 0:0 @1492533000 0 0,0 root/.ssh ->  {}");
    }

    @Test
    void aContainerGetsANoteInPlaceOfNameServersAndABundle() throws IOException {
        bench.image("web", image());

        TreeMap<String, String> system = system("services: [{name: web, image: web, command: [/run]}]");

        String bundle = "containers/services/web";
        assertThat(system)
                .containsEntry("FILE " + bundle + "/lower/etc/resolv.conf", RESOLVER)
                .containsEntry("FILE " + bundle + "/lower/run", "me")
                .containsEntry("DIRECTORY " + bundle + "/tmp", "")
                .containsEntry("DIRECTORY " + bundle + "/rootfs", "")
                .containsKey("FILE " + bundle + "/config.json")
                .doesNotContainKey("FILE " + bundle + "/lower/Dockerfile");
        assertThat(compact(system, bundle + "/runtime.json"))
                .contains(
                        "{\"destination\":\"/containers/services/web/tmp\",\"type\":\"tmpfs\",\"source\":\"tmpfs\"}",
                        "\"options\":[\"lowerdir=/containers/services/web/lower\","
                                + "\"upperdir=/containers/services/web/tmp/upper\","
                                + "\"workdir=/containers/services/web/tmp/work\"]");
    }

    @Test
    void containersOfOneImageShareItsFiles() throws IOException {
        bench.image("tool", new Tree().file("tool", "x"));

        TreeMap<String, String> system = system("""
            onboot: [{name: one, image: tool, command: [/tool], readonly: true}]
            services: [{name: two, image: tool, command: [/tool]}]
            """);

        assertThat(system.keySet().stream().filter(name -> name.endsWith("/tool")))
                .containsExactly("FILE containers/onboot/000-one/rootfs/tool");
        assertThat(compact(system, "containers/onboot/000-one/runtime.json"))
                .contains("{\"destination\":\"/containers/onboot/000-one/rootfs\","
                        + "\"source\":\"/containers/onboot/000-one/rootfs\",\"options\":[\"bind\"]}");
        assertThat(system.get("FILE containers/services/two/runtime.json"))
                .contains("lowerdir=/containers/onboot/000-one/rootfs");
    }

    @Test
    void equalLayersOfBuiltInImagesAreThereOnceAndStacked() throws IOException {
        Tree libc = new Tree().folder("lib").file("lib/libc.so", "libc");
        Tree shell = new Tree().folder("bin").file("bin/sh", "shell");
        bench.image("lamina/one", libc, shell, new Tree().file("one", "1"));
        bench.image("lamina/two", libc, new Tree().file("two", "2"));
        String libcLayer =
                "containers/layers/" + bench.layer(libc).digest().hex().substring(0, 12);
        String shellLayer =
                "containers/layers/" + bench.layer(shell).digest().hex().substring(0, 12);

        TreeMap<String, String> system = system("""
            services:
              - {name: one, image: lamina/one, command: [/one]}
              - {name: two, image: lamina/two, command: [/two], readonly: true}
            """);

        assertThat(system)
                .containsEntry("FILE " + libcLayer + "/lib/libc.so", "libc")
                .containsEntry("FILE " + shellLayer + "/bin/sh", "shell")
                .containsEntry("FILE containers/services/one/lower/one", "1")
                .containsEntry("FILE containers/services/two/lower/two", "2");
        assertThat(system.keySet().stream().filter(name -> name.contains("libc.so")))
                .hasSize(1);
        assertThat(system.get("FILE containers/services/one/runtime.json"))
                .contains("lowerdir=/containers/services/one/lower:/" + shellLayer + ":/" + libcLayer + "\"");
        assertThat(system.get("FILE containers/services/two/runtime.json"))
                .contains("lowerdir=/containers/services/two/lower:/" + libcLayer + "\"");
    }

    @Test
    void filesOfASharedLayerThatTheRootHasTooAreLinks() throws IOException {
        Tree libc = new Tree()
                .folder("lib")
                .file("lib/libc.so", "libc")
                .folder("etc")
                .file("etc/hosts", "own");
        bench.image("lamina/init", libc, new Tree().file("init", "i"));
        bench.image("lamina/one", libc, new Tree().file("one", "1"));
        String layer = "containers/layers/" + bench.layer(libc).digest().hex().substring(0, 12);

        TreeMap<String, String> system = system("""
            init: [lamina/init]
            services: [{name: one, image: lamina/one, command: [/one]}]
            """);

        assertThat(system)
                .containsEntry("FILE lib/libc.so", "libc")
                .containsEntry("HARD_LINK " + layer + "/lib/libc.so -> lib/libc.so", "")
                .containsEntry("FILE " + layer + "/etc/hosts", "own");
    }

    @Test
    void aHardLinkToAFileThatIsReplacedKeepsItsContent() throws IOException {
        bench.image(
                "root",
                new Tree()
                        .folder("etc")
                        .file("etc/resolv.conf", "nameserver 10.0.0.1\n")
                        .hardLink("etc/zz", "etc/resolv.conf")
                        .file("Dockerfile", "FROM x")
                        .hardLink("copy", "Dockerfile")
                        .hardLink("copy2", "Dockerfile"));

        assertThat(system("init: [root]"))
                .containsEntry("SYMLINK etc/resolv.conf -> /run/resolvconf/resolv.conf", "")
                .containsEntry("FILE etc/zz", "nameserver 10.0.0.1\n")
                .containsEntry("FILE copy", "FROM x")
                .containsEntry("HARD_LINK copy2 -> copy", "")
                .doesNotContainKey("FILE Dockerfile");
    }

    @Test
    void packageListsOfSeveralImagesAreJoined() throws IOException {
        bench.image("one", apk("P:one\n")).image("two", apk("P:two\n"));

        assertThat(system("init: [one, two]")).containsEntry("FILE lib/apk/db/installed", "P:one\n\n\nP:two\n\n\n");
        assertThat(attributes("init: [one, two]", "lib/apk/db/installed"))
                .containsExactly("FILE 644 0:0 @0 16 0,0 lib/apk/db/installed ->  {}");
        assertThat(system("init: [two]")).containsEntry("FILE lib/apk/db/installed", "P:two\n");
    }

    private static Tree apk(String text) {
        return new Tree().folder("lib").folder("lib/apk").folder("lib/apk/db").file("lib/apk/db/installed", text);
    }

    @Test
    void aComponentBringsWhatItNeedsOfTheKernel() throws IOException {
        bench.image(
                "kernel",
                new Tree()
                        .file("kernel", "MZ")
                        .file("kernel.tar", tar(new Tree().folder("lib").file("lib/usual", "u")))
                        .folder("extras")
                        .folder("extras/lamina")
                        .file(
                                "extras/lamina/tool.tar",
                                tar(new Tree().folder("lib").file("lib/more", "m"))));
        bench.image("lamina/tool", new Tree()).image("lamina/other", new Tree());

        assertThat(system("kernel: {image: kernel}\nonboot: [{name: t, image: lamina/tool}]\n"))
                .containsEntry("FILE lib/usual", "u")
                .containsEntry("FILE lib/more", "m");
        assertThat(system("kernel: {image: kernel}\nonboot: [{name: t, image: lamina/other}]\n"))
                .containsEntry("FILE lib/usual", "u")
                .doesNotContainKey("FILE lib/more");
        assertThat(system("kernel: {image: kernel, tar: none}\nonboot: [{name: t, image: lamina/tool}]\n"))
                .doesNotContainKey("FILE lib/more");
    }

    private static byte[] tar(Tree tree) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarWriter writer = new TarWriter(bytes)) {
            tree.streamTo(writer);
        }
        return bytes.toByteArray();
    }

    @Test
    void aKernelImageWithoutTheFileIsRefusedAtItsPlace() throws IOException {
        bench.image("kernel", new Tree().file("vmlinuz", "MZ"));

        assertThatThrownBy(() -> system("kernel: {image: kernel, tar: none}\n"))
                .isInstanceOf(InvalidCompositionException.class)
                .hasMessage("system.yml:1:17: the kernel image docker.io/library/kernel has no file kernel");
        assertThatThrownBy(() -> system("kernel: {image: kernel, binary: vmlinuz, tar: mods.tar}\n"))
                .hasMessage("system.yml:1:47: the kernel image docker.io/library/kernel has no file mods.tar");
    }

    /// The guest's kernel would leave the file out without a word.
    @Test
    void aPathThatGetsTooLongInItsContainerIsRefused() throws IOException {
        Tree deep = new Tree();
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            path.append("d".repeat(i == 15 ? 240 : 254));
            deep.folder(path.toString());
            path.append('/');
        }
        bench.image("deep", deep);
        String yaml = "services: [{name: deep, image: deep, command: [/x]}]";

        assertThatThrownBy(() -> bench.runner(1).run(bench.request(yaml), home.resolve("out"), Reporter.silent()))
                .isInstanceOf(PathTooLongException.class)
                .hasMessage("containers/services/deep/lower/" + "d".repeat(69)
                        + "… is a path of 4096 bytes; an initial ramdisk holds paths of up to 4095");
    }

    @Test
    void volumesHaveWhatIsReadWhatIsWrittenAndBothTogether() throws IOException {
        bench.image("data", new Tree().file("data", "d"));

        TreeMap<String, String> system = system("volumes: [{name: v, image: data}, {name: blank}]");

        assertThat(system)
                .containsEntry("FILE containers/volumes/v/lower/data", "d")
                .containsKeys(
                        "DIRECTORY containers/volumes/v/tmp",
                        "DIRECTORY containers/volumes/v/merged",
                        "DIRECTORY containers/volumes/blank/lower");
    }

    @Test
    void filesMakeMissingDirectoriesAndLeaveOthersAsTheyAre() throws IOException {
        bench.image("root", new Tree().folder("etc"));
        Files.writeString(home.resolve("local"), "from here");
        String yaml = """
            init: [root]
            files:
              - {path: etc/a/b, contents: x, mode: "0640", uid: 7}
              - {path: etc/local, source: local}
              - {path: etc/none, source: none, optional: true}
              - {path: srv, directory: true}
              - {path: link, symlink: etc/local}
            """;

        TreeMap<String, String> system = system(yaml);

        assertThat(system)
                .containsEntry("FILE etc/a/b", "x")
                .containsEntry("FILE etc/local", "from here")
                .containsKeys("DIRECTORY srv", "SYMLINK link -> etc/local")
                .doesNotContainKey("FILE etc/none");
        assertThat(attributes(yaml, "etc")).containsExactly("DIRECTORY 755 0:0 @1492533000 0 0,0 etc ->  {}");
        assertThat(attributes(yaml, "etc/a")).containsExactly("DIRECTORY 750 7:0 @1492533000 0 0,0 etc/a ->  {}");
        assertThat(attributes(yaml, "srv")).containsExactly("DIRECTORY 700 0:0 @1492533000 0 0,0 srv ->  {}");
    }

    @Test
    void aMissingSourceIsNamedAtItsPlace() {
        assertThatThrownBy(() -> system("files: [{path: etc/x, source: none}]"))
                .isInstanceOf(InvalidCompositionException.class)
                .hasMessage("system.yml:1:31: the source none of files[0] (etc/x) is not there");
    }
}
