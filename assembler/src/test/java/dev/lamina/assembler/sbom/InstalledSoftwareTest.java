package dev.lamina.assembler.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.tree.TreeEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InstalledSoftwareTest {

    private static List<Software> read(Map<String, String> files) throws IOException {
        List<TreeEntry> listing = files.entrySet().stream()
                .map(file -> TreeEntry.file(file.getKey(), 0644, file.getValue().length()))
                .toList();
        return List.copyOf(InstalledSoftware.read(
                InstalledSoftware.files(listing),
                path -> new ByteArrayInputStream(
                        Objects.requireNonNull(files.get(path)).getBytes(StandardCharsets.UTF_8))));
    }

    private static Software software(
            String type, String vendor, String name, String version, String arch, String source) {
        return new Software(
                type,
                vendor,
                name,
                version,
                arch,
                Optional.of(source).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void dpkgsListIsReadWithoutWhatIsNotInstalled() throws IOException {
        assertThat(read(Map.of("var/lib/dpkg/status", """
            Package: libc6
            Status: install ok installed
            Architecture: amd64
            Source: glibc (2.41-12)
            Version: 2.41-12+deb13u3
            Description: C library
             with a further line: and a colon

            Package: gone
            Status: deinstall ok config-files
            Architecture: amd64
            Version: 1

            Package: bash
            Status: install ok installed
            Architecture: amd64
            Version: 5.2.37-2+b8
            """, "etc/os-release", "PRETTY_NAME=\"x\"\nID=debian\n")))
                .containsExactly(
                        software("deb", "debian", "bash", "5.2.37-2+b8", "amd64", ""),
                        software("deb", "debian", "libc6", "2.41-12+deb13u3", "amd64", "glibc"));
    }

    @Test
    void imagesWithoutDpkgSayItInAFolder() throws IOException {
        assertThat(read(Map.of(
                        "var/lib/dpkg/status.d/tzdata", "Package: tzdata\nVersion: 2026a\nArchitecture: all\n",
                        "var/lib/dpkg/status.d/tzdata.md5sums", "Package: no\nVersion: 1\n",
                        "usr/lib/os-release", "ID=\"ubuntu\"\n")))
                .containsExactly(software("deb", "ubuntu", "tzdata", "2026a", "all", ""));
    }

    @Test
    void apksListIsReadWithLicencesThatAreKnown() throws IOException {
        List<Software> read = read(Map.of("lib/apk/db/installed", """
            C:Q1abc=
            P:busybox
            V:1.37.0-r12
            A:x86_64
            L:GPL-2.0-only
            o:busybox

            P:odd
            V:1-r0
            A:noarch
            L:custom licence
            o:other
            """));

        assertThat(read)
                .containsExactly(
                        new Software(
                                "apk",
                                "alpine",
                                "busybox",
                                "1.37.0-r12",
                                "x86_64",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("GPL-2.0-only")),
                        software("apk", "alpine", "odd", "1-r0", "noarch", "other"));
        assertThat(read.getFirst().purl()).isEqualTo("pkg:apk/alpine/busybox@1.37.0-r12?arch=x86_64");
    }

    @Test
    void whatIsDamagedIsLeftOut() throws IOException {
        String noise = "\u0000\u0001: x\n\nPackage\n\nPackage: a\n\nVersion: 1\n\n: :\n\nPackage: b\nVersion: 2";

        assertThat(read(Map.of("var/lib/dpkg/status", noise, "etc/os-release", "ID=\"/../\"")))
                .containsExactly(software("deb", "debian", "b", "2", "", ""));
    }

    @Test
    void aLicenceWithoutEndIsNone() throws IOException {
        String endless = "MIT" + " OR MIT".repeat(100_000);

        assertThat(read(Map.of("lib/apk/db/installed", "P:a\nV:1\nA:all\nL:" + endless + "\n")))
                .containsExactly(software("apk", "alpine", "a", "1", "all", ""));
    }

    @Test
    void packageUrlsAreEncoded() {
        assertThat(software("deb", "debian", "g++", "1:2~rc1+b1", "amd64", "").purl())
                .isEqualTo("pkg:deb/debian/g%2B%2B@1%3A2~rc1%2Bb1?arch=amd64");
    }
}
