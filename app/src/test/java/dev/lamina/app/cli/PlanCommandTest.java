package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.TestImages;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("web.yml"), "init: [root]\nservices: [{name: web, image: web}]\n");
        TestImages.add(folder.resolve("home/images"), "root", Arch.AMD64, "init");
    }

    private void addWeb() throws IOException {
        TestImages.add(folder.resolve("home/images"), "web", Arch.AMD64, "x".repeat(70_000));
    }

    @Test
    void aMissingImageEndsThePlan() {
        assertThat(CliRun.in(folder, "plan", "web.yml")).isEqualTo(new CliRun(0, """
                        image  docker.io/library/root    in the store
                        image  docker.io/library/web     pull from docker.io
                        then the parts of the image, which are known when its images are here
                        """, ""));
    }

    @Test
    void withoutANetworkAMissingImageStaysMissing() {
        assertThat(CliRun.in(folder, "plan", "--offline", "web.yml").out())
                .contains("image  docker.io/library/web     not in the store\n");
    }

    @Test
    void whatCannotBeTheNameOfAnImageIsSaidWhereItIs() throws IOException {
        Files.writeString(folder.resolve("bad.yml"), "init: [root]\nservices: [{name: web, image: Web:1}]\n");

        assertThat(CliRun.in(folder, "plan", "bad.yml"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "bad.yml:2:31: services web: \"docker.io/library/Web:1\" is no name of an image: \"Web\" must"
                                + " be small letters and digits, with single . _ or - between them\n"
                                + "hint: write it as REGISTRY/REPOSITORY:TAG, for example"
                                + " registry.example/team/web:1.2\n"));
    }

    @Test
    void whatWasMadeBeforeSaysSo() throws IOException {
        addWeb();
        CliRun before = CliRun.in(folder, "plan", "web.yml");
        CliRun.in(folder, "build", "--quiet", "web.yml");
        CliRun after = CliRun.in(folder, "plan", "web.yml");

        assertThat(before.out().replaceAll("[0-9a-f]{12}", "KEY").replaceAll("[0-9.]+ kB", "SIZE"))
                .isEqualTo("""
                        image     docker.io/library/root           in the store
                        image     docker.io/library/web            in the store
                        compress  init[0] and 2 more       SIZE  KEY
                        compress  services[0]             SIZE  KEY
                        write     kernel+initrd                    web-initrd.img
                        """);
        assertThat(after.out())
                .containsPattern("compress  services\\[0\\] +70\\.2 kB  [0-9a-f]{12}  cached, [0-9]+ B\n");
    }

    @Test
    void aPlanIsJsonWhenAskedFor() throws IOException {
        assertThat(CliRun.in(folder, "--json", "plan", "--format", "tar", "web.yml")
                        .out())
                .isEqualTo("""
                        {"step":"image","image":"docker.io/library/root","present":true}
                        {"step":"image","image":"docker.io/library/web","present":false,"pending":"pull from docker.io","downloads":0,"downloadBytes":0}
                        """);
        addWeb();
        assertThat(CliRun.in(folder, "--json", "plan", "web.yml").out())
                .containsPattern(
                        "\\{\"step\":\"compress\",\"component\":\"services\\[0\\]\",\"key\":\"sha256:[0-9a-f]{64}\","
                                + "\"bytes\":[0-9]+,\"cached\":false\\}\n")
                .endsWith("{\"step\":\"write\",\"format\":\"kernel+initrd\",\"files\":[\"web-initrd.img\"]}\n");
    }

    @Test
    void aPlanWritesNothingBesideTheHome() throws IOException {
        addWeb();
        CliRun.in(folder, "plan", "web.yml");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("home", "web.yml");
        }
    }
}
