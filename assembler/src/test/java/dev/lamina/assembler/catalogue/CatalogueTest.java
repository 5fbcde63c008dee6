package dev.lamina.assembler.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.catalogue.Component.Section;
import dev.lamina.assembler.catalogue.Contents.DataFile;
import dev.lamina.assembler.catalogue.Contents.Program;
import dev.lamina.assembler.packages.LockText;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.LabelReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CatalogueTest {
    private final Catalogue catalogue = Catalogue.embedded();

    @Test
    void everyFolderIsInTheIndexAndEveryEntryIsAFolder() throws Exception {
        List<String> folders = new ArrayList<>();
        for (String kind : List.of("components", "layers")) {
            try (Stream<Path> found = Files.list(root().resolve(kind))) {
                found.forEach(folder -> folders.add(kind + "/" + folder.getFileName()));
            }
        }
        assertThat(Catalogue.folders(CatalogueFiles.embedded())).containsExactlyInAnyOrderElementsOf(folders);
    }

    @Test
    void everyFileOfAFolderGoesIntoItsImage() throws Exception {
        Set<String> named = new TreeSet<>();
        catalogue.components().forEach(each -> addSources(each.folder(), each.contents(), named));
        catalogue.layers().forEach(each -> addSources(each.folder(), each.contents(), named));
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root())) {
            files.filter(file -> Files.isRegularFile(file) && file.toString().contains("/root/"))
                    .forEach(file -> there.add(root().relativize(file).toString()));
        }
        assertThat(named).isEqualTo(there);
    }

    private static void addSources(String folder, Contents contents, Set<String> sources) {
        contents.files()
                .forEach(file -> sources.add(folder + "/" + file.source().orElseThrow()));
    }

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(Catalogue.class.getResource("/catalogue/index"))
                            .toURI())
                    .resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theComponentsAreListedInTheirOrder() {
        assertThat(catalogue.components())
                .extracting(Component::name)
                .containsExactly(
                        "kernel",
                        "kernel-generic",
                        "init",
                        "runtime",
                        "runc",
                        "containerd",
                        "ca-certificates",
                        "sysctl",
                        "modprobe",
                        "dhcp",
                        "static-ip",
                        "format",
                        "mount",
                        "swap",
                        "losetup",
                        "dm-crypt",
                        "metadata",
                        "kernel-check",
                        "getty",
                        "sshd",
                        "httpd",
                        "nginx",
                        "redis",
                        "node-exporter",
                        "syslog",
                        "ntpd",
                        "wireguard",
                        "acpid",
                        "dhcp-renew",
                        "landlock-demo",
                        "qemu-guest-agent");
        assertThat(catalogue.components())
                .allSatisfy(component -> assertThat(component.arches()).containsExactly(Arch.AMD64, Arch.ARM64));
    }

    @Test
    void aDescriptionSaysWhatGoesIntoTheImage() {
        Component sshd = catalogue.get("sshd");

        assertThat(sshd.section()).isEqualTo(Section.SERVICE);
        assertThat(sshd.layers()).containsExactly("busybox", "libc");
        assertThat(sshd.command()).containsExactly("/usr/sbin/dropbear", "-F", "-E", "-s", "-R", "-p", "22", "-P", "");
        assertThat(sshd.contents().programs()).containsExactly(new Program("/usr/sbin/dropbear", "/usr/sbin/dropbear"));
        assertThat(sshd.contents().directories())
                .isEqualTo(Map.of("/etc/dropbear", 0700, "/root", 0700, "/root/.ssh", 0700));
        assertThat(sshd.contents().files()).contains(new DataFile("/etc/shells", "root/etc/shells", 0644));
        assertThat(catalogue.packages(sshd, Arch.AMD64)).containsExactly("busybox-static", "libc6", "dropbear-bin");
        assertThat(catalogue.packages(catalogue.get("kernel"), Arch.ARM64)).containsExactly("linux-image-cloud-arm64");
    }

    /// A privilege that nobody explains is one that nobody thought about.
    @Test
    void everyPrivilegeHasItsReason() {
        for (Component component : catalogue.components()) {
            var spec = LabelReader.read(component.config(), component.name())
                    .orThrow()
                    .spec();
            List<String> privileges = new ArrayList<>();
            spec.capabilities().orElse(List.of()).forEach(privileges::add);
            spec.binds().orElse(List.of()).forEach(bind -> privileges.add(bind.split(":")[0]));
            spec.devices().orElse(List.of()).forEach(device -> privileges.add(device.path()));
            spec.net().filter("host"::equals).ifPresent(net -> privileges.add("net"));
            spec.pid().filter("host"::equals).ifPresent(pid -> privileges.add("pid"));
            assertThat(component.reasons().keySet()).as(component.name()).containsAll(privileges);
        }
    }

    /// docs/catalogue.md promises it.
    @Test
    void everyContainerIsConfined() {
        assertThat(catalogue.components())
                .filteredOn(component -> component.section() != Section.KERNEL && component.section() != Section.INIT)
                .allSatisfy(component -> assertThat(component.config())
                        .as(component.name())
                        .contains("\"readonly\":true", "\"noNewPrivileges\":true", "\"dev.lamina.seccomp\":\"default\"")
                        .doesNotContain("\"all\"]"));
    }

    @Test
    void theLabelKeepsTheTypesOfItsValues() {
        assertThat(catalogue.get("httpd").config())
                .isEqualTo("{\"annotations\":{\"dev.lamina.seccomp\":\"default\"},"
                        + "\"net\":\"host\",\"readonly\":true,\"noNewPrivileges\":true,\"uid\":65534,\"gid\":65534,"
                        + "\"capabilities\":[\"CAP_NET_BIND_SERVICE\"],\"ambient\":[\"CAP_NET_BIND_SERVICE\"]}");
        assertThat(catalogue.get("kernel").config()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        lamina/gety      | there is no built-in image lamina/gety      | did you mean lamina/getty?
        lamina/postgres  | there is no built-in image lamina/postgres  | `lamina catalogue ls` lists them
        lamina/getty:1.0 | there is no built-in image lamina/getty:1.0 | built-in images have no versions to choose from; write lamina/getty
        """)
    void anUnknownNameIsAnsweredWithWhatWasMeant(String name, String message, String hint) {
        assertThatThrownBy(() -> catalogue.get(ImageRef.parse(name), Arch.AMD64))
                .isInstanceOf(InputException.class)
                .hasMessage(message)
                .extracting(e -> ((LaminaException) e).hint())
                .isEqualTo(Optional.of(hint));
    }

    @Test
    void anArchitectureThatIsNotMadeForIsRefused() {
        assertThatThrownBy(() -> catalogue.get("getty", Arch.RISCV64))
                .isInstanceOf(InputException.class)
                .hasMessage("lamina/getty is not available for riscv64")
                .extracting(e -> ((LaminaException) e).hint())
                .isEqualTo(Optional.of("it is available for amd64 and arm64"));
    }

    @Test
    void theLocksHaveAllPackages() {
        LockText.builtIn()
                .forEach((arch, lock) -> assertThat(lock.closure(catalogue.packages(arch)))
                        .as(arch.toString())
                        .containsExactlyElementsOf(lock.pins()));
    }

    @Test
    void everyComponentFindsItsLayers() throws IOException {
        assertThat(catalogue.components())
                .allSatisfy(component -> assertThat(catalogue.layersOf(component))
                        .extracting(SharedLayer::name)
                        .isEqualTo(component.layers()));
    }
}
