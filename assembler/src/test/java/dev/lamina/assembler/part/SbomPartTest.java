package dev.lamina.assembler.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.catalogue.CatalogueImages;
import dev.lamina.assembler.format.KernelInitrdFormat;
import dev.lamina.assembler.format.TarFormat;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.fs.tar.TarSink;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.oci.ImageManifest;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.plan.BuildRequest;
import dev.lamina.assembler.sbom.SbomChoice;
import dev.lamina.assembler.testing.Trees.Item;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks at the list of software through the tar of a system.
final class SbomPartTest {
    private static final String HASH = "ab".repeat(32);
    private static final String SYSTEM = """
        kernel: {image: "kernel:6", tar: none}
        services:
          - {name: a, image: "team/tool:1", command: [/a]}
          - {name: b, image: "team/tool:1", command: [/b]}
        """;

    @TempDir
    Path home;

    private Workbench bench;

    @BeforeEach
    void open() throws IOException {
        bench = bench(home);
    }

    private static Workbench bench(Path home) throws IOException {
        Workbench bench = Workbench.in(home)
                .image("team/tool:1", new Tree().file("var/lib/dpkg/status", "Package: jq\nVersion: 1.7\n"));
        Layer layer = bench.layer(new Tree().file("kernel", "kernel"));
        Map<String, String> annotations = Map.of(
                CatalogueImages.ORIGINS,
                "linux-image-6=6.12-1 " + HASH + " linux/amd64",
                "org.opencontainers.image.licenses",
                "GPL-2.0-only");
        bench.store()
                .publish(
                        ImageRef.parse("kernel:6"),
                        Arch.AMD64,
                        new ImageManifest(ImageConfig.EMPTY, List.of(layer), annotations));
        return bench;
    }

    private static BuildRequest request(Workbench bench, String yaml, SbomChoice choice) {
        BuildRequest plain = bench.request(yaml, new TarFormat(), new KernelInitrdFormat());
        return new BuildRequest(
                plain.composition(),
                plain.sources(),
                plain.arch(),
                plain.formats(),
                plain.name(),
                plain.compression(),
                Optional.of(choice),
                false,
                plain.local());
    }

    private String list(Workbench bench, String yaml, SbomChoice choice) throws IOException {
        Path out = bench.home().resolve("out");
        bench.runner(1).run(request(bench, yaml, choice), out, Reporter.silent());
        return Workbench.tar(out.resolve("system.tar")).stream()
                .filter(item -> item.entry().startsWith("FILE 644 0:0 @1492533000 ")
                        && item.entry().contains(" " + choice.path() + " "))
                .map(Item::content)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode list(String yaml) throws IOException {
        return JsonMapper.shared().readTree(list(bench, yaml, SbomChoice.USUAL));
    }

    /// `NAME VERSION PURL` of each package.
    private static List<String> packages(JsonNode list) {
        return list.path("packages")
                .valueStream()
                .map(each -> each.path("name").asString() + " "
                        + each.path("versionInfo").asString("") + " "
                        + each.at("/externalRefs/0/referenceLocator").asString(""))
                .map(String::strip)
                .toList();
    }

    private static List<String> relationships(JsonNode list) {
        return list.path("relationships")
                .valueStream()
                .map(each -> (each.path("spdxElementId").asString() + " "
                                + each.path("relationshipType").asString() + " "
                                + each.path("relatedSpdxElement").asString())
                        .replace("SPDXRef-", "")
                        .replaceAll("-[0-9a-f]{12}", ""))
                .toList();
    }

    private String digest(String image) throws IOException {
        return bench.store()
                .find(ImageRef.parse(image), Arch.AMD64)
                .orElseThrow()
                .manifestDigest()
                .hex();
    }

    @Test
    void imagesAndTheirPackagesAreListed() throws IOException {
        JsonNode list = list(SYSTEM);

        assertThat(list.path("spdxVersion").asString()).isEqualTo("SPDX-2.3");
        assertThat(list.at("/creationInfo/created").asString()).isEqualTo("2017-04-18T16:30:00Z");
        assertThat(packages(list))
                .containsExactly(
                        "system",
                        "docker.io/library/kernel 6 pkg:oci/kernel@sha256%3A" + digest("kernel:6")
                                + "?arch=amd64&repository_url=docker.io/library/kernel&tag=6",
                        "linux-image-6 6.12-1 pkg:deb/debian/linux-image-6@6.12-1?arch=amd64",
                        "docker.io/team/tool 1 pkg:oci/tool@sha256%3A" + digest("team/tool:1")
                                + "?arch=amd64&repository_url=docker.io/team/tool&tag=1",
                        "jq 1.7 pkg:deb/debian/jq@1.7");
        assertThat(relationships(list))
                .containsExactly(
                        "DOCUMENT DESCRIBES system",
                        "image-docker.io-library-kernel-6 CONTAINS deb-linux-image-6",
                        "system CONTAINS image-docker.io-library-kernel-6",
                        "image-docker.io-team-tool-1 CONTAINS deb-jq",
                        "system CONTAINS image-docker.io-team-tool-1");
        assertThat(list.at("/packages/1/licenseDeclared").asString()).isEqualTo("GPL-2.0-only");
        assertThat(list.at("/packages/2/checksums/0/checksumValue").asString()).isEqualTo(HASH);
        assertThat(list.at("/packages/2/sourceInfo").asString()).isEqualTo("built from the sources of linux");
        assertThat(list.at("/packages/3/comment").asString()).isEqualTo("used as services[0], services[1]");
    }

    @Test
    void theListIsTheSameElsewhereAndFromTheCache(@TempDir Path other) throws IOException {
        String list = list(bench, SYSTEM, SbomChoice.USUAL);

        assertThat(list(bench, SYSTEM, SbomChoice.USUAL)).isEqualTo(list);
        assertThat(list(bench(other), SYSTEM, SbomChoice.USUAL)).isEqualTo(list);
        assertThat(other.resolve("out/system-initrd.img"))
                .hasSameBinaryContentAs(home.resolve("out/system-initrd.img"));
    }

    @Test
    void aDamagedNoteIsMadeAgain() throws IOException {
        String list = list(bench, SYSTEM, SbomChoice.USUAL);
        for (Path note : Workbench.files(bench.notes())) {
            if (note.getFileName().toString().startsWith("sbom-")) {
                byte[] bytes = Files.readAllBytes(note);
                bytes[bytes.length / 2] ^= 1;
                Files.write(note, bytes);
            }
        }

        assertThat(list(bench, SYSTEM, SbomChoice.USUAL)).isEqualTo(list);
    }

    @Test
    void theSecondBuildWritesNothing() throws IOException {
        list(bench, SYSTEM, SbomChoice.USUAL);
        List<String> steps = new ArrayList<>();
        Reporter reporter = new Reporter(
                progress -> {
                    if (progress instanceof Progress.Started started) {
                        steps.add(started.label());
                    }
                },
                () -> false);
        BuildRequest request = request(bench, SYSTEM, SbomChoice.USUAL);

        bench.runner(1).run(request, home.resolve("out"), reporter);

        assertThat(steps).isNotEmpty().allMatch(step -> step.startsWith("writing system"));
    }

    @Test
    void itCanBeElsewhereAndOfAnotherTime() throws IOException {
        Instant now = Instant.parse("2026-11-27T12:00:00.5Z");

        assertThat(list(bench, SYSTEM, new SbomChoice("/usr/share/sbom/all.json", now)))
                .contains("\"created\":\"2026-11-27T12:00:00Z\"");
        assertThatThrownBy(() -> new SbomChoice("a/../b", now))
                .isInstanceOf(InputException.class)
                .hasMessage("'a/../b' cannot be a file of the system");
    }

    @Test
    void noRecordsSayWhereItComesFrom() throws IOException {
        list(bench, SYSTEM, SbomChoice.USUAL);
        Map<String, Map<String, String>> records = new TreeMap<>();
        try (InputStream in = Files.newInputStream(home.resolve("out/system.tar"))) {
            TarSink sink = (entry, pax, content) -> records.put(entry.path(), pax);
            new TarReader(in, "tar").streamTo(sink);
        }

        assertThat(records.get("sbom.spdx.json")).doesNotContainKeys("LINUXKIT.source", "LINUXKIT.location");
        assertThat(records.get("boot/kernel")).containsEntry("LINUXKIT.location", "kernel");
    }

    @Test
    void whatABuilderAttestedIsMergedUnderThePlaceOfTheImage() throws IOException {
        importAttested("""
            {"predicateType":"https://spdx.dev/Document","predicate":{"SPDXID":"SPDXRef-DOCUMENT",
            "packages":[{"SPDXID":"SPDXRef-p","name":"left-pad","packageFileName":"/lib/p"}],
            "files":[{"SPDXID":"SPDXRef-f","fileName":"lib/f"}],
            "hasExtractedLicensingInfos":[{"licenseId":"LicenseRef-1","extractedText":"x"}],
            "relationships":[
            {"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES","relatedSpdxElement":"SPDXRef-p"},
            {"spdxElementId":"SPDXRef-p","relationshipType":"CONTAINS","relatedSpdxElement":"SPDXRef-f"}]}}
            """);

        JsonNode list = list("services: [{name: web, image: attested, command: [/a]}]\n");

        assertThat(packages(list)).contains("left-pad");
        assertThat(list.path("packages")
                        .valueStream()
                        .map(each -> each.path("packageFileName").asString("")))
                .contains("containers/services/web/lower/lib/p");
        assertThat(list.at("/files/0/fileName").asString()).isEqualTo("containers/services/web/lower/lib/f");
        assertThat(list.at("/hasExtractedLicensingInfos/0/licenseId").asString())
                .isEqualTo("LicenseRef-1");
        assertThat(relationships(list))
                .containsExactly(
                        "DOCUMENT DESCRIBES system",
                        "image-docker.io-library-attested CONTAINS image-docker.io-library-attested-1-p",
                        "image-docker.io-library-attested-1-p CONTAINS image-docker.io-library-attested-1-f",
                        "system CONTAINS image-docker.io-library-attested");
    }

    @Test
    void anAttestationThatIsNoneIsRefused() throws IOException {
        importAttested("{\"predicateType\":\"https://spdx.dev/Document\",\"predicate\":7}");

        assertThatThrownBy(() -> list("services: [{name: web, image: attested, command: [/a]}]\n"))
                .isInstanceOf(InputException.class)
                .hasMessage("the list of software that is attached to the image docker.io/library/attested"
                        + " is no SPDX document");
    }

    /// As buildkit exports it: an index with the image and a manifest about it.
    private void importAttested(String statement) throws IOException {
        Path other = home.resolve("other");
        Workbench.in(other).image("attested", new Tree().file("a", "a"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        Digest image = ImageStore.open(other.resolve("images"))
                .find(ImageRef.parse("attested"), Arch.AMD64)
                .orElseThrow()
                .manifestDigest();
        try (Stream<Path> blobs = Files.list(other.resolve("images/blobs/sha256"))) {
            for (Path blob : blobs.toList()) {
                files.put("blobs/sha256/" + blob.getFileName(), Files.readAllBytes(blob));
            }
        }
        String config = blob(files, "{}");
        String layer = blob(files, statement);
        String manifest = blob(
                files,
                "{\"schemaVersion\":2,\"config\":" + descriptor("application/vnd.oci.image.config.v1+json", config)
                        + "},\"layers\":[" + descriptor("application/vnd.in-toto+json", layer)
                        + ",\"annotations\":{\"in-toto.io/predicate-type\":\"https://spdx.dev/Document\"}}]}");
        String media = "application/vnd.oci.image.manifest.v1+json";
        String index = blob(
                files,
                "{\"schemaVersion\":2,\"manifests\":[" + descriptor(media, image.hex() + " " + size(files, image))
                        + ",\"platform\":{\"os\":\"linux\",\"architecture\":\"amd64\"}},"
                        + descriptor(media, manifest)
                        + ",\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"},\"annotations\":{"
                        + "\"vnd.docker.reference.type\":\"attestation-manifest\","
                        + "\"vnd.docker.reference.digest\":\"" + image + "\"}}]}");
        files.put(
                "index.json",
                ("{\"schemaVersion\":2,\"manifests\":[" + descriptor("application/vnd.oci.image.index.v1+json", index)
                                + ",\"annotations\":{\"io.containerd.image.name\":\"docker.io/library/attested\"}}]}")
                        .getBytes(StandardCharsets.UTF_8));
        Path tar = home.resolve("attested.tar");
        try (TarWriter writer = new TarWriter(Files.newOutputStream(tar))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                writer.accept(
                        TreeEntry.file(file.getKey(), 0644, file.getValue().length),
                        new ByteArrayInputStream(file.getValue()));
            }
        }
        bench.store().importArchive(tar);
    }

    private static int size(Map<String, byte[]> files, Digest blob) {
        return Objects.requireNonNull(files.get("blobs/sha256/" + blob.hex())).length;
    }

    private static String blob(Map<String, byte[]> files, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String hex = Hashing.digest(bytes).hex();
        files.put("blobs/sha256/" + hex, bytes);
        return hex + " " + bytes.length;
    }

    /// Without its closing brace.
    private static String descriptor(String mediaType, String blob) {
        String[] words = blob.split(" ");
        return "{\"mediaType\":\"" + mediaType + "\",\"digest\":\"sha256:" + words[0] + "\",\"size\":" + words[1];
    }
}
