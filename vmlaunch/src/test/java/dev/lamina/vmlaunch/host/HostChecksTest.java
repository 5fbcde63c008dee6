package dev.lamina.vmlaunch.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.NotEnoughMemoryException;
import dev.lamina.vmlaunch.PortBusyException;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class HostChecksTest {
    @TempDir
    Path folder;

    private Path file(String name, long size) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
        return file;
    }

    private VmSpec spec(Path kernel, Optional<Path> initrd) {
        return VmSpec.of("v", new BootMedia.KernelInitrd(Arch.AMD64, kernel, initrd, ""), folder);
    }

    private VmSpec spec() throws IOException {
        return spec(file("kernel", 1), Optional.empty());
    }

    @Test
    void aMachineWhoseFilesAreThereIsFine() throws IOException {
        VmSpec spec = spec(file("kernel", 1), Optional.of(file("initrd", 1)))
                .withMemory(64 * VmSpec.MIB)
                .withDisks(List.of(Disk.raw(file("disk", 1))));
        assertThatCode(() -> HostChecks.check(spec)).doesNotThrowAnyException();
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> HostChecks.check(spec(none, Optional.empty())))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no kernel " + none);
        Path kernel = file("kernel", 1);
        assertThatThrownBy(() -> HostChecks.check(spec(kernel, Optional.of(none))))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no initrd " + none);
        VmSpec withDisk = spec().withDisks(List.of(Disk.raw(none)));
        assertThatThrownBy(() -> HostChecks.check(withDisk))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no disk " + none);
    }

    @Test
    void aFolderIsNoKernel() {
        assertThatThrownBy(() -> HostChecks.check(spec(folder, Optional.empty())))
                .isInstanceOf(InputException.class)
                .hasMessage("the kernel " + folder + " is a folder");
    }

    @Test
    void tooLittleMemoryForTheInitrdIsToldWithTheAmount() throws IOException {
        VmSpec spec = spec(file("kernel", 1), Optional.of(file("initrd", 20 * VmSpec.MIB)))
                .withMemory(97 * VmSpec.MIB);
        assertThatThrownBy(() -> HostChecks.check(spec)).isInstanceOfSatisfying(NotEnoughMemoryException.class, e -> {
            assertThat(e)
                    .hasMessage("97 MiB of memory are too little for this image, whose kernel and initrd need"
                            + " at least 98 MiB");
            assertThat(e.hint()).contains("give the machine more with --mem 98M");
        });
        assertThatCode(() -> HostChecks.check(spec.withMemory(98 * VmSpec.MIB))).doesNotThrowAnyException();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void moreMemoryThanTheHostHasIsRefused() throws IOException {
        VmSpec spec = spec().withMemory(VmSpec.MIB << 30);
        assertThatThrownBy(() -> HostChecks.check(spec))
                .isInstanceOf(NotEnoughMemoryException.class)
                .hasMessageMatching(
                        "the machine is to have 1073741824 MiB of memory, but only \\d+ MiB are available" + " here");
    }

    @Test
    void aTcpPortThatIsTakenIsNamedWithAnotherOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> HostChecks.ports(List.of(PublishedPort.tcp(port, 80))))
                    .isInstanceOfSatisfying(PortBusyException.class, e -> {
                        assertThat(e).hasMessage("port 127.0.0.1:" + port + "/tcp is in use by another program");
                        assertThat(e.hint())
                                .contains("publish another port, for example --publish " + (port % 50000 + 10000)
                                        + ":80");
                    });
            assertThatCode(() -> HostChecks.ports(List.of(PublishedPort.parse(port + ":80/udp"))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aUdpPortThatIsTakenIsNamed() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> HostChecks.ports(List.of(PublishedPort.parse(port + ":53/udp"))))
                    .isInstanceOf(PortBusyException.class)
                    .hasMessage("port 127.0.0.1:" + port + "/udp is in use by another program");
        }
    }

    @Test
    void aPortPublishedTwiceIsRefused() throws IOException {
        int port = freePort();
        List<PublishedPort> ports = List.of(PublishedPort.tcp(port, 80), PublishedPort.tcp(port, 81));
        assertThatThrownBy(() -> HostChecks.ports(ports))
                .isInstanceOf(LaminaException.class)
                .hasMessage("port 127.0.0.1:" + port + "/tcp is published twice");
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() throws IOException {
        int port = freePort();
        // 192.0.2.0/24 is for documentation (RFC 5737).
        assertThatThrownBy(() -> HostChecks.ports(List.of(PublishedPort.parse("192.0.2.1:" + port + ":80"))))
                .isInstanceOfSatisfying(PortBusyException.class, e -> {
                    assertThat(e).hasMessageStartingWith("port 192.0.2.1:" + port + "/tcp cannot be opened: ");
                    assertThat(e.hint()).contains("give an address of this machine");
                });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Test
    void filesAreNotTouched() throws IOException {
        VmSpec spec = spec();
        HostChecks.check(spec);
        assertThat(Files.size(folder.resolve("kernel"))).isEqualTo(1);
    }
}
