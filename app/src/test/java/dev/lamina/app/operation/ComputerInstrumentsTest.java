package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.app.doctor.Instruments.Candidate;
import dev.lamina.app.doctor.Instruments.Machines;
import dev.lamina.app.doctor.Instruments.Store;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.assembler.http.Http;
import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.assembler.io.FolderLock;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.qemu.QemuSettings;
import dev.lamina.vmlaunch.qemu.QemuSurvey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComputerInstrumentsTest {
    @TempDir
    Path folder;

    private ComputerInstruments instruments() {
        Map<String, String> variables = Map.of("PATH", folder.resolve("bin").toString());
        QemuSettings qemu = new QemuSettings(Optional.of(folder.resolve("none")), Optional.empty(), variables, folder);
        return new ComputerInstruments(
                HostSystem.current(variables),
                home(),
                List.of(new FakeHypervisor(vm -> {})),
                new QemuSurvey(qemu),
                new Http(HttpSettings.usual(ProxySelector.getDefault())));
    }

    private Home home() {
        return new Home(folder.resolve("cache"), folder.resolve("data"));
    }

    @Test
    void hypervisorsAreNamedAndProbed() {
        assertThat(instruments().hypervisors()).extracting(Candidate::id).containsExactly("fake");
        assertThat(instruments().probe("fake").usable()).isTrue();
    }

    @Test
    void lookingAtANewHomeLeavesNothingThere() throws IOException {
        ComputerInstruments instruments = instruments();
        instruments.write(home().cache());
        assertThat(instruments.free(home().cache())).isPositive();
        assertThat(instruments.store()).isEqualTo(new Store(0, 0, false));
        assertThat(home().cache()).doesNotExist();
    }

    @Test
    void lookingAtAHomeLeavesItAsItWas() throws IOException {
        Files.createDirectories(home().cache());
        instruments().write(home().cache());
        assertThat(home().cache()).isEmptyDirectory();
    }

    @Test
    void aFileInTheWayIsNoFolder() throws IOException {
        Files.writeString(home().cache(), "");
        assertThatThrownBy(() -> instruments().write(home().cache().resolve("below")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aStoreIsCountedAndMayBeInUse() throws IOException, InterruptedException, ExecutionException {
        Path images = home().images();
        Files.createDirectories(images.resolve("blobs/sha256"));
        Files.writeString(images.resolve("blobs/sha256/one"), "12345");
        assertThat(instruments().store()).isEqualTo(new Store(0, 5, false));
        try (ExecutorService other = Executors.newSingleThreadExecutor();
                FolderLock held = FolderLock.acquire(images)) {
            assertThat(held).isNotNull();
            assertThat(other.submit(() -> instruments().store()).get()).isEqualTo(new Store(0, 5, true));
        }
    }

    @Test
    void machinesThatEndedInTheBackgroundAreToldAndLeftAlone() throws IOException {
        Path machine = Files.createDirectories(home().machines().resolve("web"));
        MachineRecord.detached(
                        new DetachedVm("web", 1, folder.resolve("sockets"), folder.resolve("log"), Accelerator.TCG))
                .write(machine);
        Files.createDirectories(home().machines().resolve("empty"));
        MachineCensus census = MachineCensus.take(home().machines(), List.of(new FakeHypervisor(vm -> {})));
        assertThat(census).isEqualTo(new MachineCensus(List.of(), List.of("web")));
        assertThat(MachineRecord.read(machine)).isPresent();
        assertThat(new Machines(census.running(), census.dead()).dead()).containsExactly("web");
    }

    @Test
    void aPortIsTakenWhileSomebodyListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(instruments().taken(socket.getLocalPort())).isTrue();
        }
    }

    @Test
    void withoutAProgramThereIsNothingToTry() throws InterruptedException {
        assertThat(instruments().qemu(Arch.AMD64)).isEmpty();
        assertThat(instruments().program("swtpm")).isEmpty();
        assertThat(instruments().tryAcceleration()).contains(instruments().acceleration());
    }

    private static byte[] kernel(Arch arch) {
        byte[] head = new byte[1024];
        byte[] mark = (arch == Arch.AMD64 ? "HdrS" : "ARM\u0064").getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(mark, 0, head, arch == Arch.AMD64 ? 0x202 : 0x38, mark.length);
        return head;
    }

    @Test
    void theTrialTakesAKernelOfThisComputersKind() throws IOException {
        TrialKernel kernels = new TrialKernel(folder.resolve("builds"), folder.resolve("boot"));
        assertThat(kernels.find(Arch.AMD64)).isEmpty();
        Files.createDirectories(folder.resolve("boot"));
        Path own = Files.write(folder.resolve("boot/vmlinuz-6.12"), kernel(Arch.AMD64));
        Files.write(folder.resolve("boot/initrd.img"), Arrays.copyOf(kernel(Arch.AMD64), 2048));
        assertThat(kernels.find(Arch.AMD64)).contains(own);
        Path built = Files.createDirectories(folder.resolve("builds/web-1")).resolve("web-kernel");
        Files.write(built, kernel(Arch.ARM64));
        assertThat(kernels.find(Arch.AMD64)).contains(own);
        assertThat(kernels.find(Arch.ARM64)).contains(built);
        Files.write(built, kernel(Arch.AMD64));
        assertThat(kernels.find(Arch.AMD64)).contains(built);
    }
}
