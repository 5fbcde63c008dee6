package dev.lamina.app.studio.drop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.testing.Sessions;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DropReaderTest {
    @TempDir
    Path home;

    private Archives archives;
    private DropReader reader;

    @BeforeEach
    void prepare() throws IOException {
        archives = new Archives(Sessions.operations(home.resolve("lamina")).images(), home.resolve("files"));
        reader = new DropReader(home);
    }

    private Dropped read(Path file) {
        return reader.files(List.of(file)).getFirst();
    }

    private Path file(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static Dropped.Components component(String words, String name, String yaml) {
        return new Dropped.Components(words, List.of(Offer.of(name, Lane.FILES, yaml)));
    }

    @Test
    void compositionsOpen() throws IOException {
        Path file = file("web.yml", "# hi\nkernel:\n  image: lamina/kernel\n");
        assertThat(read(file)).isEqualTo(new Dropped.Document(file));
        Path empty = file("new.yaml", "");
        assertThat(read(empty)).isEqualTo(new Dropped.Document(empty));
    }

    @Test
    void otherYamlIsAFile() throws IOException {
        assertThat(read(file("prometheus.yml", "scrape_configs: []\n")))
                .isEqualTo(component(
                        "Adds prometheus.yml as the file /etc/prometheus.yml",
                        "/etc/prometheus.yml",
                        "path: etc/prometheus.yml\nsource: \"~/prometheus.yml\"\nmode: \"0644\""));
    }

    @Test
    void archivesAndLayoutsOfImagesAreTakenIn() throws IOException {
        Path oci = archives.ociTar("a.tar");
        Path docker = archives.docker("b.tar");
        Path packed = archives.gzip(docker);
        Path folder = archives.ociFolder("layout");
        assertThat(reader.files(List.of(oci, docker, packed, folder)))
                .containsExactly(
                        new Dropped.Images(oci),
                        new Dropped.Images(docker),
                        new Dropped.Images(packed),
                        new Dropped.Images(folder));
    }

    @Test
    void otherArchivesAreFiles() {
        assertThat(read(archives.rootTar("backup.tar"))).isInstanceOf(Dropped.Components.class);
    }

    @Test
    void kernelsAreKnownByTheirSignsAndNotByTheirNames() throws IOException {
        Path bzImage = archives.kernel("vmlinuz-6.12", 0x202, "HdrS");
        Path image = archives.kernel("Image", 56, "ARMd");
        assertThat(read(bzImage)).isEqualTo(new Dropped.Kernel(bzImage, Arch.AMD64));
        assertThat(read(image)).isEqualTo(new Dropped.Kernel(image, Arch.ARM64));
        Path packed = archives.gzip(image);
        assertThat(read(packed)).isEqualTo(new Dropped.Kernel(packed, Arch.ARM64));
        assertThat(read(archives.kernel("vmlinux", 0, "\u007fELF")))
                .isEqualTo(new Dropped.Refused(
                        "vmlinux is a kernel for debuggers, which no machine boots: drop its bzImage or vmlinuz"));
        assertThat(read(archives.kernel("bzImage", 0, "MZ")))
                .isEqualTo(new Dropped.Refused("bzImage is called like a kernel, but is none for x86-64 or ARM64"));
    }

    @Test
    void plainFilesGoWhereTheyProbablyBelong() throws IOException {
        assertThat(read(file(".ssh/id_ed25519.pub", "ssh-ed25519 AAAA")))
                .isEqualTo(component(
                        "Adds id_ed25519.pub as the file /root/.ssh/authorized_keys",
                        "/root/.ssh/authorized_keys",
                        "path: root/.ssh/authorized_keys\nsource: \"~/.ssh/id_ed25519.pub\"\nmode: \"0600\""));
        assertThat(new DropReader(home.resolve("elsewhere"))
                        .files(List.of(file("my site.conf", "x")))
                        .getFirst())
                .isEqualTo(component(
                        "Adds my site.conf as the file /etc/my site.conf",
                        "/etc/my site.conf",
                        "path: \"etc/my site.conf\"\nsource: \"%s\"\nmode: \"0644\""
                                .formatted(home.resolve("my site.conf"))));
    }

    @Test
    void aFolderGivesAFileForEachOfItsFiles() throws IOException {
        file("site/index.html", "x");
        file("site/img/a.svg", "x");
        Dropped.Components dropped = (Dropped.Components) read(home.resolve("site"));
        assertThat(dropped.words()).isEqualTo("Adds the 2 files of site below /etc/site");
        assertThat(dropped.offers())
                .extracting(Offer::name)
                .containsExactly("/etc/site/img/a.svg", "/etc/site/index.html");
    }

    @Test
    void linksInAFolderAreNotFollowed() throws IOException {
        file("site/index.html", "x");
        Files.createSymbolicLink(home.resolve("site/secret"), file("secret.txt", "x"));
        assertThat(((Dropped.Components) read(home.resolve("site"))).offers())
                .extracting(Offer::name)
                .containsExactly("/etc/site/index.html");
    }

    @Test
    void aFolderThatIsTooDeepIsRefusedRatherThanTakenInPart() throws IOException {
        file("deep/1/2/3/4/5/6/7/here", "x");
        assertThat(read(home.resolve("deep"))).isInstanceOf(Dropped.Components.class);
        file("deep/1/2/3/4/5/6/7/8/not", "x");
        assertThat(read(home.resolve("deep")))
                .isEqualTo(new Dropped.Refused(
                        "deep has folders more than 8 levels deep: make an image or an archive of it"));
    }

    @Test
    void namesThatYamlTakesForSomethingElseAreWrittenInQuotes() throws IOException {
        Path strange = file("a\nb: \"c\"", "x");
        Offer offer = ((Dropped.Components) read(strange)).offers().getFirst();
        assertThat(offer.in(Lane.FILES))
                .contains("path: \"etc/a\\nb: \\\"c\\\"\"\nsource: \"~/a\\nb: \\\"c\\\"\"\nmode: \"0644\"");
    }

    @Test
    void whatIsTooMuchIsRefused() throws IOException {
        Path file = file("a", "x");
        assertThat(reader.files(Collections.nCopies(51, file)))
                .containsExactly(new Dropped.Refused("51 things at once are too many: drop up to 50"));
        Files.createDirectories(home.resolve("empty"));
        assertThat(read(home.resolve("empty"))).isEqualTo(new Dropped.Refused("empty has no files"));
        for (int i = 0; i < 201; i++) {
            file("many/" + i, "");
        }
        assertThat(read(home.resolve("many")))
                .isEqualTo(new Dropped.Refused("many has more than 200 files: make an image or an archive of it"));
        assertThat(read(home.resolve("gone"))).isEqualTo(new Dropped.Refused("gone is neither a file nor a folder"));
    }

    @Test
    void textIsTheNameOfAnImageOrNothing() {
        assertThat(((Dropped.Components) reader.text(" nginx:1.27\n")).words())
                .isEqualTo("Adds the image nginx:1.27 as a service");
        assertThat(reader.text("hello"))
                .isEqualTo(new Dropped.Refused("This text is no name of an image; one looks like nginx:1.27"));
    }
}
