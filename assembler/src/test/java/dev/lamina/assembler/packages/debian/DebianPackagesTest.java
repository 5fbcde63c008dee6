package dev.lamina.assembler.packages.debian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.assembler.packages.LockText;
import dev.lamina.assembler.packages.ObtainedPackage;
import dev.lamina.assembler.packages.PackageLock;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.index.ArchiveKeys;
import dev.lamina.assembler.packages.index.NoTrustedIndexException;
import dev.lamina.assembler.packages.mirror.Mirrors;
import dev.lamina.assembler.testing.TestArchive;
import dev.lamina.assembler.testing.TestKey;
import dev.lamina.assembler.testing.TestMirror;
import dev.lamina.assembler.testing.TestMirror.Manner;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DebianPackagesTest {
    private static final Instant RELEASED = Instant.parse("2026-11-21T09:15:44Z");
    private static final String KERNEL = "linux-image-6.12.117-cloud-amd64";
    private static final String NEW_KERNEL = "linux-image-6.12.120-cloud-amd64";
    private static final String ALWAYS = "linux-image-cloud-amd64";

    @TempDir
    Path folder;

    private TestMirror mirror;
    private final TestKey key = new TestKey();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final Reporter reporter = new Reporter(this::note, cancelled::get);

    /// As it was when the lock was made.
    private final TestArchive old = new TestArchive()
            .add("crun", "1.21-1", "libc6, libyajl2", "libc6", "libyajl2")
            .add("libc6", "2.41-12", "")
            .add("libyajl2", "2.1.0-5", "libc6", "libc6")
            .add("zlib1g", "1.3-1", "libc6", "libc6")
            .add(KERNEL, "6.12.117-1", "kmod")
            .add(ALWAYS, "6.12.117-1", KERNEL, KERNEL);

    /// As it is now.
    private final TestArchive now = new TestArchive()
            .dated("Sat, 28 Nov 2026 09:15:44 UTC")
            .add("crun", "1.21-2", "libc6, libjson1, zlib1g", "libc6", "libjson1", "zlib1g")
            .add("libc6", "2.41-13", "")
            .add("libjson1", "1.0-1", "libc6, libdeep1", "libc6", "libdeep1")
            .add("libdeep1", "0.1", "")
            .add("zlib1g", "1.3-2", "libc6", "libc6")
            .add(NEW_KERNEL, "6.12.120-1", "kmod")
            .add(ALWAYS, "6.12.120-1", NEW_KERNEL, NEW_KERNEL);

    private void note(Progress progress) {
        if (progress instanceof Progress.Note(Progress.Level level, String text)) {
            notes.add(level + " " + text);
        }
    }

    @BeforeEach
    void start() throws IOException {
        mirror = new TestMirror();
        old.pool(mirror);
    }

    @AfterEach
    void stop() throws IOException {
        mirror.close();
    }

    private DebianPackages packages(boolean offline, boolean locked) throws IOException {
        PackageLock lock = new PackageLock("trixie", RELEASED, RELEASED.plusSeconds(86_400), Arch.AMD64, old.pins());
        ArchiveKeys keys = ArchiveKeys.read(new ByteArrayInputStream(TestKey.publicKeys(key)));
        DebianAccess access = new DebianAccess(
                folder,
                () -> new Mirrors(List.of(mirror.uri()), Optional.empty()),
                HttpSettings.usual(ProxySelector.getDefault()),
                () -> keys,
                InstantSource.fixed(Instant.parse("2026-11-30T00:00:00Z")));
        return new DebianPackages(Map.of(Arch.AMD64, lock), access, offline, locked);
    }

    private List<ObtainedPackage> obtain(DebianPackages packages, String... names) throws IOException {
        return packages.obtain(packages.closure(Set.of(names), Arch.AMD64), reporter);
    }

    private ObtainedPackage obtained(PackagePin wanted, PackagePin actual) {
        Path file = folder.resolve(actual.sha256().hex() + ".deb");
        assertThat(file).hasBinaryContent(TestArchive.content(actual.name(), actual.version()));
        return new ObtainedPackage(wanted, actual, file);
    }

    private ObtainedPackage asLocked(String name) {
        return obtained(old.pin(name), old.pin(name));
    }

    private void lose(String... names) {
        for (String name : names) {
            mirror.without(old.pin(name).path());
        }
    }

    private void publishNow() throws IOException {
        now.pool(mirror).index(mirror, key);
    }

    private static void assertFails(ThrowableAssert.ThrowingCallable call, LaminaFailure expected) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LaminaException.class,
                        e -> assertThat(new LaminaFailure(
                                        e.kind().exitCode(),
                                        String.valueOf(e.getMessage()),
                                        e.hint().orElse("")))
                                .isEqualTo(expected));
    }

    private record LaminaFailure(int exitCode, String message, String hint) {}

    @Test
    void packagesComeInTheOrderOfTheirPins() throws IOException {
        DebianPackages packages = packages(false, true);
        assertThat(packages.cached(old.pin("crun"))).isFalse();
        assertThat(obtain(packages, "crun")).containsExactly(asLocked("crun"), asLocked("libc6"), asLocked("libyajl2"));
        assertThat(packages.cached(old.pin("crun"))).isTrue();
        assertThat(notes).isEmpty();
    }

    @Test
    void unknownNamesAndArchitecturesAreMistakesOfTheCaller() throws IOException {
        DebianPackages packages = packages(false, true);
        assertThatThrownBy(() -> packages.closure(Set.of("nginx"), Arch.AMD64))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the lock of amd64 has no package nginx");
        assertThatThrownBy(() -> packages.closure(Set.of("crun"), Arch.S390X))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no lock of packages for s390x");
    }

    @Test
    void offlineIsTakenFromTheCacheAndNoMirrorAsked() throws IOException {
        obtain(packages(false, false), "crun");
        int requests = mirror.requests().size();
        assertThat(obtain(packages(true, false), "crun")).hasSize(3);
        assertFails(
                () -> obtain(packages(true, false), "zlib1g", KERNEL),
                new LaminaFailure(
                        1,
                        "not on this computer: " + KERNEL + " 6.12.117-1, zlib1g 1.3-1",
                        "run `lamina catalogue fetch` while there is a network, or leave out --offline"));
        assertThat(mirror.requests()).hasSize(requests);
    }

    @Test
    void aLostPackageIsReplacedByTheCurrentOneWithAllThatItNeeds() throws IOException {
        lose("crun");
        publishNow();
        assertThat(obtain(packages(false, false), "crun"))
                .containsExactly(
                        obtained(old.pin("crun"), now.pin("crun")),
                        asLocked("libc6"),
                        asLocked("libyajl2"),
                        obtained(now.pin("libjson1"), now.pin("libjson1")),
                        asLocked("zlib1g"),
                        obtained(now.pin("libdeep1"), now.pin("libdeep1")));
        assertThat(notes)
                .containsExactly(
                        "WARNING crun: no mirror has 1.21-1 of the lock any more; using 1.21-2 from the signed index");
    }

    @Test
    void aLostKernelIsReplacedByTheOneThatTheMetaPackageNames() throws IOException {
        lose(KERNEL, ALWAYS);
        publishNow();
        assertThat(obtain(packages(false, false), ALWAYS))
                .containsExactly(
                        obtained(old.pin(KERNEL), now.pin(NEW_KERNEL)), obtained(old.pin(ALWAYS), now.pin(ALWAYS)));
        assertThat(notes)
                .containsExactly(
                        "WARNING " + KERNEL + ": no mirror has 6.12.117-1 of the lock any more; using " + NEW_KERNEL
                                + " 6.12.120-1 from the signed index",
                        "WARNING " + ALWAYS + ": no mirror has 6.12.117-1 of the lock any more; using 6.12.120-1 from"
                                + " the signed index");
    }

    @Test
    void aKernelThatIsStillThereIsKeptWhenTheMetaPackageIsReplaced() throws IOException {
        lose(ALWAYS);
        publishNow();
        assertThat(obtain(packages(false, false), ALWAYS))
                .containsExactly(asLocked(KERNEL), obtained(old.pin(ALWAYS), now.pin(ALWAYS)));
    }

    @Test
    void lockedRefusesWhatTheLockDoesNotName() throws IOException {
        lose("crun", "libyajl2");
        publishNow();
        assertFails(
                () -> obtain(packages(false, true), "crun"),
                new LaminaFailure(
                        3,
                        "no mirror has what the lock names: crun 1.21-1, libyajl2 2.1.0-5",
                        "leave out --locked to use the current versions, or run `lamina catalogue update`"));
        assertThat(mirror.requests()).doesNotContain(TestArchive.RELEASE);
    }

    @Test
    void aPackageThatIsGoneForGoodIsNamed() throws IOException {
        lose("libyajl2");
        publishNow();
        assertFails(
                () -> obtain(packages(false, false), "libyajl2"),
                new LaminaFailure(
                        3,
                        "Debian's index of trixie for amd64 has no package libyajl2",
                        "a newer Lamina may know what became of it"));
    }

    @Test
    void withoutANetworkTheFirstPackageAndItsMirrorAreNamed() throws IOException {
        DebianPackages packages = packages(false, false);
        mirror.close();
        assertFails(
                () -> obtain(packages, "libc6"),
                new LaminaFailure(
                        3,
                        "cannot download libc6 2.41-12: " + mirror.uri() + " cannot be reached",
                        "check the network; a proxy is taken from https_proxy, another mirror from"
                                + " LAMINA_DEBIAN_MIRROR"));
    }

    @Test
    void aMirrorInTroubleIsReportedForThePackage() throws IOException {
        mirror.answer(old.pin("libc6").path(), new Manner.Status(500));
        mirror.answer(TestArchive.RELEASE, new Manner.Status(500));
        assertThatThrownBy(() -> obtain(packages(false, false), "libc6"))
                .isInstanceOf(NoMirrorException.class)
                .hasMessage("cannot download libc6 2.41-12: " + mirror.uri() + " answers with status 500");
    }

    @Test
    void aFileThatTheIndexListsButNoMirrorGivesIsReported() throws IOException {
        old.index(mirror, key);
        lose("libc6");
        assertThatThrownBy(() -> obtain(packages(false, false), "libc6"))
                .isInstanceOf(NoMirrorException.class)
                .hasMessage("cannot download libc6 2.41-12: " + mirror.uri() + " does not have it");
        publishNow();
        mirror.without(now.pin("libc6").path());
        assertThatThrownBy(() -> obtain(packages(false, false), "libc6"))
                .isInstanceOf(NoMirrorException.class)
                .hasMessage("cannot download libc6 2.41-13: " + mirror.uri() + " does not have it");
    }

    @Test
    void anIndexThatCannotBeTrustedReplacesNothing() throws IOException {
        lose("crun");
        TestKey other = new TestKey();
        now.pool(mirror).index(mirror, other);
        assertThatThrownBy(() -> obtain(packages(false, false), "crun"))
                .isInstanceOf(NoTrustedIndexException.class)
                .hasMessage("no mirror gives an index of Debian trixie that can be trusted: " + mirror.uri()
                        + ": its index is signed by the unknown key " + other.id());
    }

    @Test
    void cancellingEndsAtOnceAlsoWhenTheMirrorStalls() throws Exception {
        mirror.answer(old.pin("crun").path(), new Manner.Stall(100));
        Thread cancelling = Thread.ofVirtual().start(() -> {
            try {
                mirror.awaitStall();
                cancelled.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThatThrownBy(() -> obtain(packages(false, false), "crun")).isInstanceOf(CancelledException.class);
        cancelling.join();
    }

    @Test
    void anUpdatedLockSaysWhatChanged() throws IOException {
        publishNow();
        PackageLock present = new PackageLock("trixie", RELEASED, RELEASED.plusSeconds(86_400), Arch.AMD64, old.pins());
        PackageUpdate.Result result = update(present, Set.of("crun", ALWAYS));
        assertThat(result.changes())
                .containsExactly(
                        change("crun", "1.21-1", "1.21-2"),
                        change("libc6", "2.41-12", "2.41-13"),
                        change("libdeep1", null, "0.1"),
                        change("libjson1", null, "1.0-1"),
                        change("libyajl2", "2.1.0-5", null),
                        change(KERNEL, "6.12.117-1", null),
                        change(NEW_KERNEL, null, "6.12.120-1"),
                        change(ALWAYS, "6.12.117-1", "6.12.120-1"),
                        change("zlib1g", "1.3-1", "1.3-2"));
        assertThat(result.lock())
                .isEqualTo(new PackageLock(
                        "trixie",
                        Instant.parse("2026-11-28T09:15:44Z"),
                        Instant.parse("2026-11-29T09:15:44Z"),
                        Arch.AMD64,
                        now.pins()));
        assertThat(LockText.parse(result.text(), "amd64.lock")).isEqualTo(result.lock());
    }

    @Test
    void aLockThatIsUpToDateStaysAsItIs() throws IOException {
        old.dated("Sat, 28 Nov 2026 09:15:44 UTC").index(mirror, key);
        PackageLock present = new PackageLock("trixie", RELEASED, RELEASED.plusSeconds(86_400), Arch.AMD64, old.pins());
        assertThat(update(present, Set.of("crun", "zlib1g", ALWAYS)))
                .isEqualTo(new PackageUpdate.Result(present, List.of()));
    }

    private PackageUpdate.Result update(PackageLock present, Set<String> names) throws IOException {
        ArchiveKeys keys = ArchiveKeys.read(new ByteArrayInputStream(TestKey.publicKeys(key)));
        DebianAccess access = new DebianAccess(
                folder,
                () -> new Mirrors(List.of(mirror.uri()), Optional.empty()),
                HttpSettings.usual(ProxySelector.getDefault()),
                () -> keys,
                InstantSource.fixed(Instant.parse("2026-11-30T00:00:00Z")));
        return new PackageUpdate(access).update(present, names, reporter);
    }

    private static PackageUpdate.Change change(String name, @Nullable String before, @Nullable String after) {
        return new PackageUpdate.Change(name, Optional.ofNullable(before), Optional.ofNullable(after));
    }
}
