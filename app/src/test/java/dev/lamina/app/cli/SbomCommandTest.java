package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.TestImages;
import dev.lamina.model.value.Arch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.jacksonstore.MultiFormatStore;
import org.spdx.jacksonstore.MultiFormatStore.Format;
import org.spdx.library.SpdxModelFactory;
import org.spdx.library.model.v2.SpdxDocument;
import org.spdx.storage.simple.InMemSpdxStore;

final class SbomCommandTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void images() throws IOException {
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "web");
        Files.writeString(folder.resolve("x.yml"), "services: [{name: web, image: web}]\n");
    }

    @Test
    void theListOfADocumentIsThatOfItsTar() {
        CliRun.in(folder, "build", "-q", "-f", "tar", "x.yml");

        CliRun listed = CliRun.in(folder, "-q", "sbom", "x.yml");

        assertThat(listed.code()).isZero();
        assertThat(listed.out()).contains("\"name\":\"docker.io/library/web\"");
        assertThat(CliRun.in(folder, "sbom", "x.tar")).isEqualTo(listed);
    }

    @Test
    void anImageIsListedAlone() {
        CliRun listed = CliRun.in(folder, "-q", "sbom", "web");

        assertThat(listed.code()).isZero();
        assertThat(listed.out())
                .contains("{\"spdxElementId\":\"SPDXRef-DOCUMENT\",\"relationshipType\":\"DESCRIBES\","
                        + "\"relatedSpdxElement\":\"SPDXRef-image-docker.io-library-web-");
    }

    @Test
    void aSystemWithoutAListSaysSo() {
        CliRun.in(folder, "build", "-q", "-f", "tar", "--no-sbom", "x.yml");

        assertThat(CliRun.in(folder, "sbom", "x.tar"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: " + folder.resolve("x.tar") + " has no sbom.spdx.json\n"
                                + "hint: it may have been built with --no-sbom, or with --sbom-output\n"));
    }

    @Test
    void theListGoesWhereTheUserWantsIt() {
        CliRun.in(folder, "build", "-q", "-f", "tar", "--sbom-output", "usr/share/list.json", "x.yml");

        assertThat(CliRun.in(folder, "sbom", "--sbom-output", "usr/share/list.json", "x.tar")
                        .code())
                .isZero();
        assertThat(CliRun.in(folder, "build", "-q", "--sbom-output", "../x", "x.yml")
                        .err())
                .isEqualTo("lamina: '../x' cannot be a file of the system\n"
                        + "hint: name one by its path, e.g. sbom.spdx.json\n");
    }

    @Test
    void spdxsOwnLibraryFindsNothingWrong() throws Exception {
        Files.writeString(
                folder.resolve("x.yml"),
                "kernel: {image: web, binary: web, tar: none}\nservices: [{name: web, image: web}]\n");

        assertValid(CliRun.in(folder, "-q", "sbom", "x.yml").out());
        assertValid(CliRun.in(folder, "-q", "sbom", "web").out());
    }

    private static void assertValid(String json) throws InvalidSPDXAnalysisException, IOException {
        System.setProperty("org.spdx.useJARLicenseInfoOnly", "true"); // the list of licences is not fetched
        SpdxModelFactory.init();
        MultiFormatStore store = new MultiFormatStore(new InMemSpdxStore(), Format.JSON);
        SpdxDocument document = (SpdxDocument)
                store.deSerialize(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), false);

        assertThat(document.verify()).isEmpty();
        assertThat(document.getDocumentDescribes()).hasSize(1);
    }
}
