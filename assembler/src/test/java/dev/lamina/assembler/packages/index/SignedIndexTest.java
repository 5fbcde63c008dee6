package dev.lamina.assembler.packages.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.download.Downloader;
import dev.lamina.assembler.testing.TestArchive;
import dev.lamina.assembler.testing.TestKey;
import dev.lamina.assembler.testing.TestMirror;
import dev.lamina.assembler.testing.TestMirror.Manner;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class SignedIndexTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final Instant RELEASED = Instant.parse("2026-11-21T09:15:44Z");

    @TempDir
    Path folder;

    private TestMirror mirror;
    private final TestKey good = new TestKey();
    private final TestKey unknown = new TestKey();
    private final TestKey expired = new TestKey(Duration.ofDays(300));
    private final TestKey revoked = new TestKey().revoked();
    private final TestArchive archive =
            new TestArchive().add("hello", "1.0-1", "libc6 (>= 2.38)", "libc6").add("libc6", "2.41", "");

    @BeforeEach
    void start() throws IOException {
        mirror = new TestMirror();
    }

    @AfterEach
    void stop() throws IOException {
        mirror.close();
    }

    private PackageIndex read(TestMirror... mirrors) throws IOException {
        Downloader downloader = new Downloader(folder, HttpSettings.usual(ProxySelector.getDefault()));
        ArchiveKeys keys = ArchiveKeys.read(new ByteArrayInputStream(TestKey.publicKeys(good, expired, revoked)));
        return new SignedIndex(folder.resolve("index"), downloader, () -> keys, InstantSource.fixed(NOW))
                .read(
                        "trixie",
                        Arch.AMD64,
                        RELEASED,
                        Stream.of(mirrors).map(TestMirror::uri).toList(),
                        Reporter.silent());
    }

    private void assertUntrusted(String reason) {
        assertThatThrownBy(() -> read(mirror)).isInstanceOfSatisfying(NoTrustedIndexException.class, e -> {
            assertThat(e)
                    .hasMessage(
                            "no mirror gives an index of Debian trixie that can be trusted: " + mirror.uri() + reason);
            assertThat(e.hint())
                    .isEqualTo(Optional.of("check the network and this computer's clock, or name another mirror in"
                            + " LAMINA_DEBIAN_MIRROR"));
        });
        assertThat(folder.resolve("index")).doesNotExist();
    }

    @Test
    void anIndexWithAGoodSignatureIsRead() throws IOException {
        archive.index(mirror, good);
        PackageIndex index = read(mirror);
        assertThat(index.pins().values()).containsExactlyElementsOf(archive.pins());
        assertThat(index.released()).isEqualTo(RELEASED);
    }

    @Test
    void anIndexIsReadFromTheMirrorOnce() throws IOException {
        archive.index(mirror, good);
        PackageIndex index = read(mirror);
        assertThat(read(mirror)).isEqualTo(index);
        assertThat(mirror.requests()).containsExactly(TestArchive.RELEASE, TestArchive.PACKAGES, TestArchive.RELEASE);
    }

    @Test
    void aDamagedCacheIsReadAnew() throws IOException {
        archive.index(mirror, good);
        PackageIndex index = read(mirror);
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            for (Path file : files.toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        assertThat(read(mirror)).isEqualTo(index);
    }

    @Test
    void oneGoodSignatureAmongSeveralIsEnough() throws IOException {
        archive.index(mirror, unknown, expired, good, revoked);
        assertThat(read(mirror).pins().values()).containsExactlyElementsOf(archive.pins());
    }

    @Test
    void noGoodSignatureAmongSeveralIsReportedWithEachReason() throws IOException {
        archive.index(mirror, unknown, expired, revoked);
        assertUntrusted(": its index is signed by the unknown key " + unknown.id() + ", is signed by the expired key "
                + expired.id() + ", is signed by the revoked key " + revoked.id());
    }

    @Test
    void anUnknownKeyIsRefused() throws IOException {
        archive.index(mirror, unknown);
        assertUntrusted(": its index is signed by the unknown key " + unknown.id());
    }

    @Test
    void anExpiredKeyIsRefused() throws IOException {
        archive.index(mirror, expired);
        assertUntrusted(": its index is signed by the expired key " + expired.id());
    }

    @Test
    void aRevokedKeyIsRefused() throws IOException {
        archive.index(mirror, revoked);
        assertUntrusted(": its index is signed by the revoked key " + revoked.id());
    }

    @Test
    void aChangedReleaseIsRefused() throws IOException {
        archive.index(mirror, good);
        String signed = new String(TestKey.signed(archive.release(), good), StandardCharsets.UTF_8);
        mirror.file(
                TestArchive.RELEASE,
                signed.replace("Suite: stable", "Suite: stabil").getBytes(StandardCharsets.UTF_8));
        assertUntrusted(": its index does not match its signature by the key " + good.id());
    }

    @Test
    void blanksAtLineEndsAreNotPartOfWhatIsSigned() throws IOException {
        archive.index(mirror, good);
        String signed = new String(TestKey.signed(archive.release(), good), StandardCharsets.UTF_8);
        mirror.file(
                TestArchive.RELEASE,
                signed.replace("Suite: stable\n", "Suite: stable \t\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(read(mirror).pins()).hasSize(2);
    }

    @Test
    @Timeout(20)
    void manyBlanksInALineTakeNoLongerThanOtherCharacters() {
        String text = "-----BEGIN PGP SIGNED MESSAGE-----\n\n" + " ".repeat(2_000_000) + "x\n";
        mirror.file(TestArchive.RELEASE, text.getBytes(StandardCharsets.US_ASCII));

        assertUntrusted(": its index is not signed");
    }

    @Test
    void weakOrOtherwiseMadeSignaturesAreRefused() throws IOException {
        TestKey weak = new TestKey().hashingWithSha1();
        archive.index(mirror, good.signingAsBinary());
        assertUntrusted(": its index does not match its signature by the key " + good.id());
        archive.index(mirror, weak);
        ArchiveKeys keys = ArchiveKeys.read(new ByteArrayInputStream(TestKey.publicKeys(weak)));
        assertThatThrownBy(() -> keys.check(ClearSigned.parse(TestKey.signed(archive.release(), weak)), NOW))
                .hasMessage("does not match its signature by the key " + weak.id());
    }

    @Test
    void textAroundWhatIsSignedIsRefused() throws IOException {
        byte[] signed = TestKey.signed(archive.release(), good);
        String text = new String(signed, StandardCharsets.UTF_8);
        for (String changed : List.of(
                "SHA256:\n" + text,
                text + "SHA256:\n",
                archive.release(),
                "",
                "\n",
                text.substring(0, text.length() / 2),
                text.replace("Hash: SHA512", "SHA256: x"),
                text.replace("-----BEGIN PGP SIGNATURE-----", "-----BEGIN PGP SIGNATURE"))) {
            mirror.file(TestArchive.RELEASE, changed.getBytes(StandardCharsets.UTF_8));
            assertUntrusted(": its index is not signed");
        }
    }

    @Test
    void aDamagedSignatureIsRefused() throws IOException {
        String text = new String(TestKey.signed(archive.release(), good), StandardCharsets.UTF_8);
        int armour = text.indexOf("\n\n", text.indexOf("BEGIN PGP SIGNATURE")) + 2;
        for (int at = armour; at < text.length() - 40; at += 5) {
            StringBuilder changed = new StringBuilder(text);
            changed.setCharAt(at, changed.charAt(at) == 'A' ? 'B' : 'A');
            mirror.file(TestArchive.RELEASE, changed.toString().getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> read(mirror)).isInstanceOf(NoTrustedIndexException.class);
        }
    }

    @Test
    void anIndexThatIsNotValidAnyMoreIsRefused() throws IOException {
        archive.field("Valid-Until: Tue, 24 Nov 2026 23:59:59 UTC").index(mirror, good);
        assertUntrusted(": its index was valid until 2026-11-24T23:59:59Z");
    }

    @Test
    void anIndexThatIsStillValidIsTaken() throws IOException {
        archive.field("Valid-Until: Wed, 25 Nov 2026 00:00:00 UTC").index(mirror, good);
        assertThat(read(mirror).pins()).hasSize(2);
    }

    @Test
    void anIndexOlderThanTheLockIsRefused() throws IOException {
        archive.dated("Sat, 21 Nov 2026 09:15:43 UTC").index(mirror, good);
        assertUntrusted(": its index is of 2026-11-21T09:15:43Z, older than the lock (2026-11-21T09:15:44Z)");
    }

    @Test
    void theIndexOfAnotherSuiteIsRefused() throws IOException {
        archive.named("bookworm").index(mirror, good);
        assertUntrusted(": its index is of bookworm instead of trixie");
    }

    @Test
    void changedPackagesAreRefused() throws IOException {
        archive.index(mirror, good);
        byte[] packages = archive.packages();
        packages[packages.length / 2] ^= 1;
        mirror.file(TestArchive.PACKAGES, packages);
        assertUntrusted(": its index cannot be had: it sent another file");
    }

    @Test
    void anIndexWithoutTheArchitectureIsRefused() throws IOException {
        mirror.file(
                TestArchive.RELEASE, TestKey.signed("Codename: trixie\nDate: Sat, 21 Nov 2026 09:15:44 UTC\n", good));
        assertUntrusted(": its index does not list main/binary-amd64/Packages.xz");
    }

    @Test
    void aMirrorWithABadIndexIsPassedOver() throws IOException {
        try (TestMirror broken = new TestMirror().answer(TestArchive.RELEASE, new Manner.Status(500));
                TestMirror stale = new TestMirror()) {
            new TestArchive().dated("Sat, 14 Nov 2026 09:15:44 UTC").index(stale, good);
            archive.index(mirror, good);
            assertThat(read(broken, stale, mirror).pins()).hasSize(2);
            assertThatThrownBy(() -> read(broken, stale))
                    .hasMessage("no mirror gives an index of Debian trixie that can be trusted: " + broken.uri()
                            + " answers with status 500 for " + TestArchive.RELEASE + "; " + stale.uri()
                            + ": its index is of 2026-11-14T09:15:44Z, older than the lock (2026-11-21T09:15:44Z)");
        }
    }

    @Test
    void onlyDependenciesThatHoldLibrariesAreFollowed() throws IOException {
        archive.add("libgcc-s1", "14", "")
                .add("zlib1g", "1.3", "")
                .add("libnew1t64", "2", "")
                .paragraph(
                        "Package: libfull1\nVersion: 1\nArchitecture: all\nProvides: libvirtual1 (= 1), other\nSize: 1"
                                + "\nFilename: pool/x.deb\nSHA256: " + "0".repeat(64))
                .paragraph(
                        "Package: libc6\nVersion: 2.40\nArchitecture: amd64\nSize: 1\nFilename: pool/old.deb\nSHA256: "
                                + "0".repeat(64))
                .paragraph("Package: foreign\nVersion: 1\nArchitecture: arm64\nSize: 1\nFilename: pool/x.deb\nSHA256: "
                        + "0".repeat(64))
                .paragraph("Package: elsewhere\nVersion: 1\nArchitecture: all\nSize: 1\nFilename: ../x.deb\nSHA256: "
                        + "0".repeat(64))
                .paragraph("Package: many\nVersion: 1:2-3\nArchitecture: all\nSize: 7\nFilename: pool/m.deb\nSHA256: "
                        + "0".repeat(64)
                        + "\n"
                        + "Pre-Depends: init-system-helpers, zlib1g:any (>= 1)\n"
                        + "Depends: adduser, libold1 | libnew1t64 (>= 2), libvirtual1 (= 1), libmissing1 | libgone1,"
                        + " debconf | libdebconf,libc6,libc6 (<< 3)")
                .index(mirror, good);
        PackageIndex index = read(mirror);
        assertThat(index.require("many"))
                .isEqualTo(new PackagePin(
                        "many",
                        "1:2-3",
                        Arch.AMD64,
                        7,
                        new Digest("0".repeat(64)),
                        "pool/m.deb",
                        List.of("libc6", "libfull1", "libmissing1", "libnew1t64", "zlib1g")));
        assertThat(index.require("libc6").version()).isEqualTo("2.41");
        assertThat(index.find("foreign")).isEmpty();
        assertThat(index.find("elsewhere")).isEmpty();
        assertThatThrownBy(() -> index.closure(List.of("many")))
                .hasMessage("Debian's index of trixie for amd64 has no package libmissing1");
    }

    @Test
    void aKernelBringsNothingButAKernel() throws IOException {
        archive.add(
                        "linux-image-cloud-amd64",
                        "6.12",
                        "linux-image-6.12-cloud-amd64 (= 6.12), libc6",
                        "linux-image-6.12-cloud-amd64")
                .add("linux-image-6.12-cloud-amd64", "6.12", "kmod, linux-base, libc6")
                .index(mirror, good);
        assertThat(read(mirror).closure(List.of("linux-image-cloud-amd64")))
                .containsExactly(archive.pin("linux-image-6.12-cloud-amd64"), archive.pin("linux-image-cloud-amd64"));
    }

    @Test
    void debiansOwnKeysAreRead() {
        assertThat(ArchiveKeys.builtIn()).isNotNull();
    }
}
