package dev.lamina.assembler.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

final class LockTextTest {
    private static final String ZEROS = "0".repeat(64);
    private static final String TEXT = """
            # Debian packages that the catalogue is made of. Written by `lamina catalogue update`.
            # name version bytes sha256 path dependencies
            suite trixie
            released 2026-11-21T09:15:44Z
            snapshot 2026-11-22T09:15:44Z
            arch amd64
            crun 1.21-1 368640 %1$s pool/main/c/crun/crun_1.21-1_amd64.deb libc6,libcap2
            libc6 2.41-12+deb13u5 2850108 %1$s pool/main/g/glibc/libc6_2.41_amd64.deb -
            libcap2 1:2.75-10+b3 28988 %1$s pool/main/libc/libcap2/libcap2_2.75_amd64.deb libc6
            """.formatted(ZEROS);

    private static final PackageLock LOCK = new PackageLock(
            "trixie",
            Instant.parse("2026-11-21T09:15:44Z"),
            Instant.parse("2026-11-22T09:15:44Z"),
            Arch.AMD64,
            List.of(
                    pin("libcap2", "1:2.75-10+b3", 28988, "pool/main/libc/libcap2/libcap2_2.75_amd64.deb", "libc6"),
                    pin("crun", "1.21-1", 368640, "pool/main/c/crun/crun_1.21-1_amd64.deb", "libc6", "libcap2"),
                    pin("libc6", "2.41-12+deb13u5", 2850108, "pool/main/g/glibc/libc6_2.41_amd64.deb")));

    private static PackagePin pin(String name, String version, long size, String path, String... dependencies) {
        return new PackagePin(name, version, Arch.AMD64, size, new Digest(ZEROS), path, List.of(dependencies));
    }

    @Test
    void aLockIsWrittenSortedAndReadsAsTheSame() {
        assertThat(LockText.format(LOCK)).isEqualTo(TEXT);
        assertThat(LockText.parse(TEXT, "amd64.lock")).isEqualTo(LOCK);
    }

    @Test
    void theClosureHasEachPackageOnceAndSorted() {
        assertThat(LOCK.closure(Set.of("crun")))
                .extracting(PackagePin::name)
                .containsExactly("crun", "libc6", "libcap2");
        assertThat(LOCK.closure(Set.of("libcap2"))).extracting(PackagePin::name).containsExactly("libc6", "libcap2");
        assertThatThrownBy(() -> LOCK.closure(Set.of("nginx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the lock of amd64 has no package nginx");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "suite trixie|sweet trixie|3: expected \"suite\" instead of \"sweet\"",
                "arch amd64|arch vax|7: \"vax\" is no architecture that Lamina knows",
                "2026-11-21T09:15:44Z|today|10: \"today\" is no time like 2026-11-21T09:15:44Z",
                "368640|many|7: not NAME VERSION BYTES SHA256 PATH DEPENDENCIES: \"crun 1.21-1 many " + LONG + "\"",
                "pool/main/c/|pool/../../c/|7: not NAME VERSION BYTES SHA256 PATH DEPENDENCIES: \"crun 1.21-1 368640 "
                        + LONG_OUTSIDE + "\"",
                "libcap2 1:|libc6 1:|9: libc6 is there twice",
                "libcap2 1:|libcap3 1:|10: crun needs libcap2, which is not in the lock",
            })
    void aWrongLockIsReportedWithItsLine(String right, String wrong, String message) {
        assertThatThrownBy(() -> LockText.parse(TEXT.replaceFirst(right, wrong), "amd64.lock"))
                .isInstanceOfSatisfying(BadLockException.class, e -> {
                    assertThat(e).hasMessage("amd64.lock:" + message);
                    assertThat(e.hint()).isEqualTo(Optional.of("make it anew with `lamina catalogue update`"));
                });
    }

    private static final String LONG = "0000000000000000000000000000000000000000000000000000000000000000"
            + " pool/main/c/crun/crun_1.21-1_amd64.deb libc6,libcap2";
    private static final String LONG_OUTSIDE = "0000000000000000000000000000000000000000000000000000000000000000"
            + " pool/../../c/crun/crun_1.21-1_amd64.deb libc6,libcap2";

    @Test
    void anEmptyLockIsNoLock() {
        assertThatThrownBy(() -> LockText.parse("", "x.lock")).hasMessage("x.lock:1: \"suite\" is missing");
    }

    @ParameterizedTest
    @EnumSource(names = {"AMD64", "ARM64"})
    void everythingThatTheCatalogueNamesIsInTheLockThatLaminaComesWith(Arch arch) throws IOException {
        PackageLock lock = Optional.ofNullable(LockText.builtIn().get(arch)).orElseThrow();
        Set<String> names = named(arch);
        assertThat(lock.closure(names)).isEqualTo(lock.pins());
        assertThat(LockText.parse(LockText.format(lock), "again")).isEqualTo(lock);
    }

    private static Set<String> named(Arch arch) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String pattern : List.of("components/*/component.yml", "layers/*/layer.yml")) {
            for (Path file : files(pattern)) {
                Map<String, Object> fields = new Yaml().load(Files.readString(file));
                Object packages = fields.getOrDefault("packages", List.of());
                Object forArch = packages instanceof Map<?, ?> map ? map.get(arch.toString()) : packages;
                if (forArch instanceof List<?> list) {
                    list.forEach(name -> names.add(String.valueOf(name)));
                }
            }
        }
        return names;
    }

    private static List<Path> files(String pattern) throws IOException {
        String[] parts = pattern.split("/");
        Path folder = Path.of("src/main/resources/catalogue").resolve(parts[0]);
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder)) {
            folders.forEach(each -> files.add(each.resolve(parts[2])));
        }
        return files;
    }
}
