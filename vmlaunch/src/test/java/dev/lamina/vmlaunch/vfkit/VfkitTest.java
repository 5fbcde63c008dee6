package dev.lamina.vmlaunch.vfkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.testing.FakeKernel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a stand-in for vfkit that speaks through a real pseudo-terminal and a real socket.
@SuppressWarnings("NullAway.Init")
final class VfkitTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private VfkitHypervisor vfkit;

    @BeforeEach
    void setUp() throws IOException {
        vfkit = Fakes.vfkit(folder, Files.createDirectory(folder.resolve("run")));
    }

    private VmSpec spec(String text) throws IOException {
        return VmSpec.of("tiny", FakeKernel.arm64Image(folder, text), folder.resolve("state"))
                .withMemory(64 * VmSpec.MIB);
    }

    private VmHandle start(VmSpec spec) {
        return vfkit.start(spec, Reporter.silent());
    }

    @Test
    void theConsoleIsFoundInWhatVfkitPrintsAsWell() throws Exception {
        try (VmHandle vm = start(spec("up\r\n").withExtraCmdline("fake.silent"))) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
        }
    }

    @Test
    void aPackedKernelIsUnpackedIntoTheMachinesFolder() throws Exception {
        VmSpec plain = spec("packed\r\n");
        Path kernel = plain.media().directKernel().orElseThrow();
        Path packed = folder.resolve("kernel.gz");
        try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(kernel, stream);
        }
        VmSpec spec = plain.withMedia(new BootMedia.KernelInitrd(Arch.ARM64, packed, Optional.empty(), ""));
        try (VmHandle vm = start(spec)) {
            ConsoleWatcher.await(vm, "packed", SOON).orThrow();
            assertThat(vm.commandLine().toString()).contains("kernel=" + spec.stateDir() + "/kernel-unpacked");
        }
    }

    @Test
    void aMachineThatBreaksSaysWhatItsProgramSaid() throws Exception {
        try (VmHandle vm = start(spec("up\r\n"))) {
            vm.console().write("x".getBytes(StandardCharsets.US_ASCII));

            assertThat(vm.waitForExit(SOON))
                    .contains(
                            new VmExit(VmExit.Reason.FAILED, 9, "vfkit ended with exit code 9: the machine is broken"));
        }
    }

    @Test
    void aProgramThatIsNotAllowedToRunMachinesIsToldApart() throws Exception {
        VmSpec spec = spec("").withExtraCmdline("fake.refuse");

        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("macOS does not let this vfkit run machines: HV_DENIED: Unable to create VM"
                        + " (com.apple.security.virtualization)");
        assertThat(folder.resolve("run")).isEmptyDirectory();
    }

    @Test
    void aKernelForAnotherMachineIsRefusedBeforeAnythingStarts() throws Exception {
        VmSpec arm64 = spec("");
        Path kernel = FakeKernel.bzImage(folder, "").directKernel().orElseThrow();
        VmSpec spec = arm64.withMedia(new BootMedia.KernelInitrd(Arch.ARM64, kernel, Optional.empty(), ""));

        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(InputException.class)
                .hasMessage(kernel + " is no kernel for arm64 that can be unpacked here");
    }

    @Test
    void theProbeTellsTheVersion() {
        assertThat(vfkit.probe(Arch.ARM64))
                .isEqualTo(Availability.ready(
                        "vfkit 0.6.1 (" + folder.resolve("bin/vfkit") + ")",
                        List.of("no published ports, no control channel; events come out of the console")));
    }

    @Test
    void theProbeTellsWhyNot() throws IOException {
        assertThat(vfkit.probe(Arch.AMD64))
                .isEqualTo(Availability.missing(
                        "vfkit translates no instructions: the guest is amd64 and this Mac arm64",
                        "build the image for arm64, or use --backend qemu"));
        assertThat(Fakes.on(Os.LINUX, Arch.ARM64, Map.of()).probe(Arch.ARM64))
                .isEqualTo(Availability.missing("vfkit runs on macOS only", "use --backend qemu here"));
        assertThat(Fakes.on(Os.MACOS, Arch.ARM64, Map.of("LAMINA_VFKIT", "/nowhere"))
                        .probe(Arch.ARM64))
                .isEqualTo(Availability.missing(
                        "vfkit was not found on the PATH or in the usual folders",
                        "brew install vfkit, or set LAMINA_VFKIT to the program"));
        VmSpec spec = spec("");
        assertThatThrownBy(() -> Fakes.on(Os.LINUX, Arch.ARM64, Map.of()).start(spec, Reporter.silent()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("vfkit runs on macOS only");
    }
}
