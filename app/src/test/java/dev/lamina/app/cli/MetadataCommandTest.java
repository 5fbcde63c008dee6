package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetadataCommandTest {
    @TempDir
    Path folder = Path.of("");

    private String image(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
    }

    @Test
    void linuxKitsFormIsOneFile() throws IOException {
        assertThat(CliRun.in(folder, "metadata", "create", "config.iso", "the data"))
                .isEqualTo(new CliRun(0, "", "wrote config.iso\n"));

        assertThat(image("config.iso")).contains("CD001", "CONFIG.;1", "the data");
        assertThat(image("config.iso").substring(16 * 2048 + 40, 16 * 2048 + 72).strip())
                .isEqualTo("cidata");
    }

    @Test
    void theSameDataGiveTheSameBytesHoweverTheyCome() throws IOException {
        Files.writeString(folder.resolve("data"), "the data");
        CliRun.in(folder, "metadata", "create", "a.iso", "the data");
        CliRun.in(folder, "metadata", "create", "--data-file", "data", "b.iso");
        CliRun.withInput(folder, "the data", "metadata", "create", "--data-file", "-", "c.iso");

        assertThat(folder.resolve("b.iso")).hasSameBinaryContentAs(folder.resolve("a.iso"));
        assertThat(folder.resolve("c.iso")).hasSameBinaryContentAs(folder.resolve("a.iso"));
    }

    @Test
    void cloudInitsFormHasItsLabelAndBothFiles() throws IOException {
        Files.writeString(folder.resolve("user"), "#cloud-config\n");

        assertThat(CliRun.in(folder, "metadata", "create", "--user-data", "user", "seed.iso")
                        .code())
                .isZero();
        assertThat(image("seed.iso")).contains("user-data", "meta-data", "#cloud-config\n");
        assertThat(image("seed.iso").substring(16 * 2048 + 40, 16 * 2048 + 72).strip())
                .isEqualTo("cidata");
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        assertThat(CliRun.in(folder, "metadata", "create", "a.iso").err())
                .startsWith("lamina: give either DATA, or --data-file, or --user-data (perhaps with --meta-data)\n");
        assertThat(CliRun.in(folder, "metadata", "create", "a.iso", "--data-file", "none"))
                .isEqualTo(new CliRun(1, "", "lamina: cannot read none\nhint: check the path and its permissions\n"));
        assertThat(CliRun.in(folder, "metadata", "create", ".", "x").err())
                .isEqualTo("lamina: cannot write " + folder + ": it is a folder\nhint: name a file, e.g. config.iso\n");
        assertThat(CliRun.in(folder, "metadata", "create", "--label", "a b", "a.iso", "x")
                        .err())
                .isEqualTo("lamina: \"a b\" cannot be the label of a CD\nhint: use 1 to 32 letters, digits, - and _\n");
        assertThat(folder).isEmptyDirectory();
    }
}
