package dev.lamina.assembler.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.testing.TinyElf;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.ImageFiles.Entry;
import dev.lamina.model.check.ImageFiles.Kind;
import dev.lamina.model.check.ImageFiles.Program;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageReaderTest {
    private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";

    @TempDir
    Path home;

    private StoredImage stored(Workbench bench, String name) throws IOException {
        return bench.store().find(ImageRef.parse(name), Arch.AMD64).orElseThrow();
    }

    private ImageFacts facts(Workbench bench, Set<String> starts) throws IOException {
        return new ImageReader(bench.contents(), home.resolve("facts"))
                .of(stored(bench, "box:1"), List.of(Arch.AMD64), files -> starts);
    }

    private static TreeEntry program(String path, byte[] content) {
        return TreeEntry.file(path, 0755, content.length);
    }

    private static Tree programs() {
        byte[] elf = TinyElf.program(LOADER, "libc.so.6");
        byte[] script = "#! /bin/wrapper -x\n".getBytes(StandardCharsets.US_ASCII);
        byte[] wrapper = "#!/bin/box".getBytes(StandardCharsets.US_ASCII);
        return new Tree()
                .folder("bin")
                .add(program("bin/box", elf), elf)
                .hardLink("bin/other", "bin/box")
                .symlink("bin/sh", "/bin/box")
                .add(program("bin/wrapper", wrapper), wrapper)
                .add(program("bin/start", script), script)
                .file("etc/data", "no program");
    }

    @Test
    void theDigestIsTheOneThatPinsTheName() throws IOException {
        Workbench bench = Workbench.in(home).image("box:1", ImageConfig.EMPTY, programs());

        Optional<Digest> digest = facts(bench, Set.of()).digest();

        assertThat(digest).isPresent();
        assertThat(bench.store().find(ImageRef.parse("box:1@" + digest.get()), Arch.AMD64))
                .isPresent();
    }

    @Test
    void filesAreListedWithWhatTheyAre() throws IOException {
        Workbench bench = Workbench.in(home).image("box:1", ImageConfig.EMPTY, programs());

        ImageFacts facts = facts(bench, Set.of());

        ImageFiles files = facts.files().orElseThrow();
        assertThat(files.entries())
                .containsOnlyKeys(
                        "bin", "bin/box", "bin/other", "bin/sh", "bin/wrapper", "bin/start", "etc", "etc/data");
        assertThat(files.find("/bin/sh")).isEqualTo(files.find("bin/other"));
        assertThat(files.entries().get("etc/data")).isEqualTo(new Entry(Kind.FILE, 0644, 0, 0, 10, ""));
        assertThat(files.programs()).isEmpty();
        assertThat(facts.architectures()).containsExactly(Arch.AMD64);
        assertThat(facts.size()).isEqualTo(files.find("bin/box").orElseThrow().size() + 19 + 10 + 10);
    }

    @Test
    void aScriptIsFollowedToTheProgramThatReadsIt() throws IOException {
        Workbench bench = Workbench.in(home).image("box:1", ImageConfig.EMPTY, programs());

        ImageFiles files = facts(bench, Set.of("/bin/start", "/bin/other", "/etc/data", "/bin/none"))
                .files()
                .orElseThrow();

        assertThat(files.programs())
                .isEqualTo(Map.of(
                        "bin/start", new Program.Script("/bin/wrapper"),
                        "bin/wrapper", new Program.Script("/bin/box"),
                        "bin/box", new Program.Elf(62, LOADER),
                        "bin/other", new Program.Elf(62, LOADER),
                        "etc/data", new Program.Unknown()));
        assertThat(files.program("/bin/sh")).contains(new Program.Elf(62, LOADER));
    }

    @Test
    void programsAreReadOnce() throws IOException {
        Workbench bench = Workbench.in(home).image("box:1", ImageConfig.EMPTY, programs());
        Map<String, Program> read =
                facts(bench, Set.of("/bin/start")).files().orElseThrow().programs();
        Files.delete(bench.store()
                .blobFile(stored(bench, "box:1").layers().getFirst().digest()));

        assertThat(facts(bench, Set.of("/bin/start")).files().orElseThrow().programs())
                .isEqualTo(read);
    }

    @Test
    void aDamagedNoteIsMadeAnew() throws IOException {
        Workbench bench = Workbench.in(home).image("box:1", ImageConfig.EMPTY, programs());
        Map<String, Program> read =
                facts(bench, Set.of("/bin/start")).files().orElseThrow().programs();
        Path note = Workbench.files(home.resolve("facts")).getFirst();
        byte[] good = Files.readAllBytes(note);
        for (int i = 0; i < good.length; i += 5) {
            byte[] bad = good.clone();
            bad[i] ^= 0x11;
            Files.write(note, bad);
            assertThat(facts(bench, Set.of("/bin/start")).files().orElseThrow().programs())
                    .isEqualTo(read);
            assertThat(note).hasBinaryContent(good);
        }
    }

    @Test
    void portsAndVolumesAreThoseOfTheConfiguration() throws IOException {
        Workbench bench = Workbench.in(home).image("box:1", ImageConfig.EMPTY, new Tree().file("x", "x"));

        assertThat(facts(bench, Set.of()).exposedPorts()).isEmpty();
        assertThat(facts(bench, Set.of()).volumes()).isEmpty();
    }
}
