package dev.lamina.assembler.packages.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostMirrorsTest {
    private static final String EVERYONES = "https://mirrors.kernel.org/debian";

    @TempDir
    Path apt;

    @Test
    void theUsersMirrorsComeFirstThenAptsThenEveryones() throws IOException {
        write("sources.list", "deb http://two.example.org/debian/ bookworm main\n");
        Map<String, String> variables =
                Map.of("LAMINA_DEBIAN_MIRROR", "https://one.example.org/debian/, http://127.0.0.1:8080/d");
        assertThat(new HostMirrors(variables, apt).find().at(Instant.parse("2026-11-22T09:15:44.5Z")))
                .map(URI::toString)
                .containsExactly(
                        "https://one.example.org/debian",
                        "http://127.0.0.1:8080/d",
                        "http://two.example.org/debian",
                        EVERYONES,
                        "https://snapshot.debian.org/archive/debian/20261122T091544Z/");
    }

    @Test
    void aMirrorIsAskedOnce() throws IOException {
        write("sources.list", "deb " + EVERYONES + "/ trixie main\n");
        assertThat(roots()).containsExactly(EVERYONES);
    }

    @Test
    void aVariableThatHoldsNoAddressIsReported() {
        assertThatThrownBy(() -> new HostMirrors(Map.of("LAMINA_DEBIAN_MIRROR", "ftp://x/debian"), apt).find())
                .isInstanceOfSatisfying(InputException.class, e -> {
                    assertThat(e)
                            .hasMessage(
                                    "LAMINA_DEBIAN_MIRROR holds \"ftp://x/debian\", which is no address of a mirror");
                    assertThat(e.hint()).isEqualTo(Optional.of("it must look like https://mirror.example.org/debian"));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deb http://a.example.org/debian trixie main contrib             | http://a.example.org/debian",
                "  deb [arch=amd64 signed-by=/x y] https://a.example.org/debian/ sid main # why | https://a.example.org/debian",
                "deb http://a.example.org/debian bookworm-updates main           | http://a.example.org/debian",
                "deb http://a.example.org:3142/ftp.example.org/debian stable main | http://a.example.org:3142/ftp.example.org/debian",
                "# deb http://a.example.org/debian trixie main                   |",
                "deb-src http://a.example.org/debian trixie main                 |",
                "deb http://a.example.org/debian trixie contrib # main           |",
                "deb http://a.example.org/debian-security trixie-security main   |",
                "deb http://a.example.org/ubuntu noble main                      |",
                "deb http://a.example.org/repository trixie main                 |",
                "deb http://a.example.org/debian nodistro main                   |",
                "deb cdrom:[Debian]/debian trixie main                           |",
                "deb file:/srv/debian trixie main                                |",
                "deb mirror+https://a.example.org/debian trixie main             |",
                "deb http://a.example.org/deb{ian trixie main                    |",
                "deb                                                             |",
            })
    void onlyDebiansOwnArchivesCountAmongAptsLines(String line, String mirror) throws IOException {
        write("sources.list.d/x.list", line + "\n");
        assertThat(roots()).isEqualTo(mirror == null ? List.of(EVERYONES) : List.of(mirror, EVERYONES));
    }

    @Test
    void aptsStanzasAreRead() throws IOException {
        write("sources.list.d/debian.sources", """
                # where we live
                Types: deb deb-src
                URIs: http://a.example.org/debian
                 https://b.example.org/debian/
                Suites: trixie trixie-updates
                # not yet:
                # Suites: forky
                Components: main
                Signed-By: /usr/share/keyrings/x.gpg

                Types: deb
                URIs: http://a.example.org/debian-security
                Suites: trixie-security
                Components: main
                \t
                types: deb
                uris: http://off.example.org/debian
                suites: trixie
                components: main
                enabled: no

                Types: deb-src
                URIs: http://sources.example.org/debian
                Suites: trixie
                Components: main

                Types: deb
                URIs: https://other.example.org/node
                Suites: nodistro
                Components: main
                """);
        assertThat(roots()).containsExactly("http://a.example.org/debian", "https://b.example.org/debian", EVERYONES);
    }

    @Test
    void filesAreReadInTheOrderOfApt() throws IOException {
        write("sources.list.d/b.list", "deb http://b.example.org/debian trixie main\n");
        write(
                "sources.list.d/a.sources",
                "Types: deb\nURIs: http://a.example.org/debian\nSuites: sid\nComponents: main\n");
        write("sources.list.d/c.list.disabled", "deb http://c.example.org/debian trixie main\n");
        write("sources.list", "deb http://first.example.org/debian trixie main\n");
        assertThat(roots())
                .containsExactly(
                        "http://first.example.org/debian",
                        "http://a.example.org/debian",
                        "http://b.example.org/debian",
                        EVERYONES);
    }

    @Test
    void withoutAptThereAreTheMirrorsOfEveryone() {
        assertThat(new HostMirrors(Map.of(), apt.resolve("nowhere")).find())
                .isEqualTo(new Mirrors(
                        List.of(URI.create(EVERYONES)),
                        Optional.of(URI.create("https://snapshot.debian.org/archive/debian/"))));
    }

    @Test
    void whateverTheFilesHoldIsPassedOver() throws IOException {
        write("sources.list", "\0\0\u00ff deb deb deb [\n[[[\n");
        write("sources.list.d/x.sources", ":\n:::\n \n\nTypes\n  deb\nURIs:\n");
        Files.createDirectory(apt.resolve("sources.list.d/folder.list"));
        assertThat(roots()).containsExactly(EVERYONES);
    }

    private List<String> roots() {
        return new HostMirrors(Map.of(), apt)
                .find().roots().stream().map(URI::toString).toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = apt.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
