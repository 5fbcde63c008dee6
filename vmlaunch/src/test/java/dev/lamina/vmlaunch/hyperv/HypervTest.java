package dev.lamina.vmlaunch.hyperv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.process.ProcessRunner;
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
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// With a Windows that is played in Java.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the played one finds files by paths of Linux")
final class HypervTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final PlayedWindows windows = new PlayedWindows();
    private final HypervHypervisor hyperv = Fakes.hyperv(windows);

    private VmSpec spec(String text) throws IOException {
        return VmSpec.of("tiny", FakeKernel.bzImage(folder, text), folder.resolve("state"))
                .withMemory(64 * VmSpec.MIB);
    }

    private VmHandle start(VmSpec spec) {
        return hyperv.start(spec, Reporter.silent());
    }

    private static void type(VmHandle vm, String keys) throws IOException {
        vm.console().write(keys.getBytes(StandardCharsets.US_ASCII));
    }

    /// Whatever happened, nothing is left.
    @AfterEach
    void nothingIsLeft() {
        assertThat(windows.granted).isEmpty();
        assertThat(windows.systems).isEmpty();
        if (windows.failures.isEmpty()) {
            assertThat(windows.endpoints).isEmpty();
        }
        assertThat(folder.resolve("state/hyperv-boot")).doesNotExist();
    }

    @Test
    void theMachineGetsItsCableItsFilesAndThenItsStart() throws Exception {
        try (VmHandle vm = start(spec("up\r\n"))) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();

            assertThat(windows.calls)
                    .containsExactly(
                            "HcsGetServiceProperties",
                            "HcnEnumerateEndpoints",
                            "HcnEnumerateNetworks",
                            "HcnCreateEndpoint",
                            "HcsGrantVmAccess",
                            "HcsCreateComputeSystem",
                            "HcsStartComputeSystem");
            String id = windows.systems.keySet().iterator().next();
            assertThat(windows.endpoints)
                    .containsOnlyKeys(MachineId.parse(id).orElseThrow().value());
            assertThat(MachineId.parse(id).orElseThrow().process())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThat(windows.granted).containsExactly(id + " " + folder.resolve("kernel"));
        }
    }

    @Test
    void thePowerButtonIsTheIntegrationService() throws Exception {
        try (VmHandle vm = start(spec("up\r\n"))) {
            vm.shutdown(SOON);
        }
        assertThat(windows.calls)
                .contains("HcsShutDownComputeSystem{\"Mechanism\":\"IntegrationService\",\"Type\":\"Shutdown\"}");
    }

    @Test
    void anOlderWindowsIsAskedWithoutOptions() throws Exception {
        windows.offering(PlayedWindows.NEW.replace("7", "3"));
        try (VmHandle vm = start(spec("up\r\n"))) {
            vm.shutdown(SOON);
        }
        assertThat(windows.calls).contains("HcsShutDownComputeSystem");
    }

    @Test
    void aGuestThatCannotBeAskedIsNotWaitedFor() throws Exception {
        long begun = System.nanoTime();
        try (VmHandle vm = start(spec("up\r\n").withExtraCmdline("fake.agentless"))) {
            assertThat(vm.shutdown(Duration.ofMinutes(5)).reason()).isEqualTo(VmExit.Reason.STOPPED);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }

    @Test
    void aPanicIsNoPowerOff() throws Exception {
        try (VmHandle vm = start(spec("up\r\n"))) {
            type(vm, "p");

            assertThat(vm.waitForExit(SOON))
                    .contains(new VmExit(VmExit.Reason.FAILED, 0, "the guest's kernel panicked"));
            assertThat(vm.state()).isEqualTo(VmState.FAILED);
        }
    }

    @Test
    void aPanicForAReasonIsNoPowerOffEither() throws Exception {
        try (VmHandle vm = start(spec("Initramfs unpacking failed: write error\r\n"))) {
            type(vm, "p");

            assertThat(vm.waitForExit(SOON))
                    .contains(new VmExit(
                            VmExit.Reason.FAILED, 0, "the initial file system does not fit in the machine's memory"));
        }
    }

    @Test
    void aMachineThatBreaksSaysSo() throws Exception {
        try (VmHandle vm = start(spec("up\r\n"))) {
            type(vm, "x");

            assertThat(vm.waitForExit(SOON))
                    .contains(new VmExit(VmExit.Reason.FAILED, 0x80370106, "the machine ended unexpectedly"));
        }
    }

    @Test
    void aServiceThatEndsTakesItsMachinesWithIt() throws Exception {
        try (VmHandle vm = start(spec("up\r\n"))) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
            windows.systems.values().forEach(FakeSystem::lose);

            assertThat(vm.waitForExit(SOON))
                    .contains(new VmExit(
                            VmExit.Reason.FAILED,
                            0x8037011E,
                            "the Host Compute Service ended, and the machine with it"));
        }
        windows.systems.clear();
    }

    @Test
    void aMachineThatCannotBeTerminatedEndsWithItsHandle() throws Exception {
        windows.fail("HcsTerminateComputeSystem", 0x80370118);
        try (VmHandle vm = start(spec("up\r\n"))) {
            vm.kill();

            assertThat(vm.waitForExit(SOON).orElseThrow().reason()).isEqualTo(VmExit.Reason.STOPPED);
        }
        windows.endpoints.clear();
    }

    @Test
    void withoutTheDefaultSwitchAMachineRunsAndSaysThatItHasNoNetwork() throws Exception {
        windows.networks.clear();
        List<Progress> told = new CopyOnWriteArrayList<>();
        try (VmHandle vm = hyperv.start(spec("up\r\n"), new Reporter(told::add, () -> false))) {
            assertThat(vm.commandLine().toString()).doesNotContain("NetworkAdapters");
        }
        assertThat(told)
                .containsExactly(new Progress.Note(
                        Progress.Level.WARNING,
                        "the machine has no network: Hyper-V's network 'Default Switch' is not there"));
    }

    @Test
    void aRefusedCableIsNoReasonNotToRun() throws Exception {
        windows.fail("HcnCreateEndpoint", 0x80070005);
        try (VmHandle vm = start(spec("up\r\n"))) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
        }
    }

    @Test
    void aMachineWithoutNetworkAsksForNone() throws Exception {
        VmSpec spec = spec("up\r\n").withEquipment(Equipment.NONE.withNetwork(new Network.None()));
        try (VmHandle vm = start(spec)) {
            assertThat(vm.commandLine().toString()).doesNotContain("NetworkAdapters");
        }
        assertThat(windows.calls).noneMatch(call -> call.startsWith("Hcn"));
    }

    private void isWindows1809() {
        windows.offering(PlayedWindows.NEW.replace("7", "1"));
    }

    /// With the first bytes of a program for UEFI.
    private static void makeEfi(Path kernel) throws IOException {
        byte[] image = Files.readAllBytes(kernel);
        image[0] = 'M';
        image[1] = 'Z';
        Files.write(kernel, image);
    }

    @Test
    void aWindowsWithoutDirectKernelsBootsTheStubOutOfAFolder() throws Exception {
        isWindows1809();
        VmSpec spec = spec("stub\r\n");
        Path kernel = spec.media().directKernel().orElseThrow();
        makeEfi(kernel);
        Path initrd = Files.writeString(folder.resolve("initrd"), "initrd");
        BootMedia media = new BootMedia.KernelInitrd(Arch.AMD64, kernel, Optional.of(initrd), "quiet");
        try (VmHandle vm = start(spec.withMedia(media))) {
            ConsoleWatcher.await(vm, "stub", SOON).orThrow();
            Path boot = folder.resolve("state/hyperv-boot");
            assertThat(boot.resolve("initrd.img")).hasContent("initrd");
            assertThat(windows.granted).hasSize(3).allMatch(grant -> grant.contains(boot.toString()));
        }
        assertThat(kernel).exists();
        assertThat(initrd).exists();
    }

    @Test
    void aKernelWithoutAStubIsRefusedThere() throws Exception {
        isWindows1809();
        VmSpec spec = spec("");

        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(InputException.class)
                .hasMessage("Hyper-V cannot boot the kernel " + folder.resolve("kernel") + ", which has no EFI stub");
    }

    @Test
    void aKernelOfAnotherFormIsRefused() throws Exception {
        VmSpec spec = spec("").withMedia(FakeKernel.arm64Image(folder, ""));
        BootMedia media = new BootMedia.KernelInitrd(
                Arch.AMD64, spec.media().directKernel().orElseThrow(), Optional.empty(), "");

        assertThatThrownBy(() -> start(spec.withMedia(media)))
                .isInstanceOf(InputException.class)
                .hasMessage("Hyper-V cannot load the kernel " + folder.resolve("kernel")
                        + ", which is neither a bzImage nor a vmlinux");
    }

    @Test
    void aPackedKernelForArmIsUnpackedForTheFirmware() throws Exception {
        Path image = FakeKernel.arm64Image(folder, "arm\r\n").directKernel().orElseThrow();
        makeEfi(image);
        Path packed = folder.resolve("kernel.gz");
        try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(image, stream);
        }
        HostSystem arm = new HostSystem(HostSystem.Os.WINDOWS, Arch.ARM64, Map.of());
        HypervHypervisor onArm = new HypervHypervisor(arm, windows.services(), new ProcessRunner(), new Random(1));
        VmSpec spec = spec("").withMedia(new BootMedia.KernelInitrd(Arch.ARM64, packed, Optional.empty(), ""));
        try (VmHandle vm = onArm.start(spec, Reporter.silent())) {
            ConsoleWatcher.await(vm, "arm", SOON).orThrow();
            assertThat(vm.commandLine().toString()).contains("console=ttyAMA0 ");
        }
    }

    @Test
    void whatCannotBeHandedOverIsNamed() throws Exception {
        windows.fail("HcsGrantVmAccess", 0x80070005);
        VmSpec spec = spec("");

        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage(
                        "Hyper-V cannot let the machine read " + folder.resolve("kernel") + ": Windows refuses access");
        windows.endpoints.clear();
    }

    @Test
    void aMachineThatCannotBeMadeLeavesNothing() throws Exception {
        windows.fail(
                "HcsCreateComputeSystem",
                0x80370102,
                Optional.of("{\"ErrorEvents\":[{\"Message\":\"no hypervisor\"}]}"));
        VmSpec spec = spec("");

        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("Hyper-V cannot make the machine: the Windows hypervisor does not run (no hypervisor)");
        assertThat(windows.calls).contains("HcsRevokeVmAccess", "HcnDeleteEndpoint");
    }

    @Test
    void aMachineThatDoesNotStartLeavesNothing() throws Exception {
        windows.fail("HcsStartComputeSystem", 0x80070020);
        VmSpec spec = spec("");

        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(InputException.class)
                .hasMessage("Hyper-V cannot start the machine: a disk of the machine is in use");
        assertThat(windows.calls).contains("HcsCloseComputeSystem", "HcsRevokeVmAccess", "HcnDeleteEndpoint");
    }

    @Test
    void aMachineWithoutAConsoleIsNone() throws Exception {
        windows.fail("CreateFileW", 0x80070002);
        VmSpec spec = spec("");

        assertThatThrownBy(() -> start(spec))
                .isInstanceOf(ExternalException.class)
                .hasMessageStartingWith("the console of the machine cannot be reached: ");
    }

    @Test
    void cablesThatAnEndedLaminaLeftAreSweptAtTheStart() throws Exception {
        MachineId gone = MachineId.random(new Random(7), 1);
        MachineId others =
                MachineId.random(new Random(8), ProcessHandle.current().pid());
        windows.endpoints.put(gone.value(), "{\"Name\":\"Lamina-" + gone + "\"}");
        windows.endpoints.put(others.value(), "{\"Name\":\"Lamina-" + others + "\"}");
        try (VmHandle vm = start(spec("up\r\n").withEquipment(Equipment.NONE))) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
            assertThat(windows.endpoints).doesNotContainKey(gone.value()).containsKey(others.value());
        }
        windows.endpoints.clear();
    }
}
