package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Snapshot;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.testing.TinyKernel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Snapshots of a tiny kernel in the real QEMU, which echoes what is typed.
final class QemuSnapshotsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder = Path.of("");

    private VmSpec tiny() throws IOException {
        return VmSpec.of("tiny", TinyKernel.printing(folder, "up\r\n"), folder.resolve("state"))
                .withMemory(64 * VmSpec.MIB)
                .withAccelerator(AcceleratorChoice.TCG);
    }

    private VmHandle start(VmSpec spec) throws InterruptedException {
        QemuHypervisor qemu = new QemuHypervisor(
                new QemuSettings(Optional.empty(), Optional.empty(), System.getenv(), folder.resolve("cache")));
        VmHandle vm = qemu.start(spec, Reporter.silent());
        ConsoleWatcher.await(vm, "up", SOON).orThrow();
        return vm;
    }

    private static void type(VmHandle vm, String text) throws Exception {
        vm.console().write(text.getBytes(StandardCharsets.UTF_8));
        ConsoleWatcher.await(vm, text, SOON).orThrow();
    }

    private Path qcow2(String name) throws IOException {
        Path file = folder.resolve(name);
        ProcessRunner.Result made = new ProcessRunner()
                .run(new CommandLine(List.of("qemu-img", "create", "-q", "-f", "qcow2", file.toString(), "4M")), SOON);
        assertThat(made).isEqualTo(new ProcessRunner.Result(0, ""));
        return file;
    }

    @Test
    void aStateIsKeptBroughtBackAndRemoved() throws Exception {
        VmSpec spec = tiny().withDisks(List.of(Disk.qcow2(qcow2("d.qcow2"))));
        try (VmHandle vm = start(spec)) {
            assertThat(vm.snapshots().list()).isEmpty();
            assertThat(folder.resolve("state/snapshots.qcow2")).doesNotExist();

            vm.snapshots().save("clean");
            vm.snapshots().save("clean");
            type(vm, "abc");
            vm.snapshots().save("second");
            long begun = System.nanoTime();
            vm.snapshots().restore("clean");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));

            type(vm, "def");
            assertThat(vm.state()).isEqualTo(VmState.RUNNING);
            assertThat(vm.snapshots().list()).extracting(Snapshot::name).containsExactly("clean", "second");
            assertThat(vm.snapshots().list().getFirst().bytes()).isPositive();
            vm.snapshots().remove("second");
            assertThat(vm.snapshots().list()).extracting(Snapshot::name).containsExactly("clean");
        }
    }

    @Test
    void aHeldMachineRunsAfterItWasSetBack() throws Exception {
        try (VmHandle vm = start(tiny())) {
            vm.snapshots().save("clean");
            vm.pause();
            vm.snapshots().save("held");
            assertThat(vm.state()).isEqualTo(VmState.PAUSED);
            vm.snapshots().restore("held");

            type(vm, "runs");
            assertThat(vm.state()).isEqualTo(VmState.RUNNING);
        }
    }

    @Test
    void snapshotsOutliveTheMachineUntilItIsAnotherOne() throws Exception {
        VmSpec spec = tiny();
        try (VmHandle vm = start(spec)) {
            vm.snapshots().save("clean");
        }
        try (VmHandle vm = start(spec)) {
            vm.snapshots().restore("clean");
            type(vm, "again");
        }
        try (VmHandle vm = start(spec.withMemory(65 * VmSpec.MIB))) {
            assertThat(vm.snapshots().list()).isEmpty();
        }
    }

    @Test
    void whatCannotBeIsSaidAndTheMachineGoesOn() throws Exception {
        Path raw = Files.write(folder.resolve("d.img"), new byte[1 << 20]);
        try (VmHandle vm = start(tiny().withDisks(List.of(Disk.raw(raw))))) {
            assertThatThrownBy(() -> vm.snapshots().save("clean"))
                    .isInstanceOf(InputException.class)
                    .hasMessage("the disk " + raw + " is raw, and only disks in the format qcow2 keep snapshots");
            assertThatThrownBy(() -> vm.snapshots().save("../x"))
                    .isInstanceOf(InputException.class)
                    .hasMessage("'../x' cannot name a snapshot");
            assertThatThrownBy(() -> vm.snapshots().restore("clean"))
                    .isInstanceOf(InputException.class)
                    .hasMessage("the machine has no snapshot clean")
                    .extracting(e -> ((InputException) e).hint())
                    .isEqualTo(Optional.of("make one first"));
            assertThatThrownBy(() -> vm.snapshots().remove("clean")).isInstanceOf(InputException.class);
            type(vm, "still here");
        }
    }

    @Test
    void aMachineInTheBackgroundHasThemToo() throws Exception {
        QemuHypervisor qemu = new QemuHypervisor(
                new QemuSettings(Optional.empty(), Optional.empty(), System.getenv(), folder.resolve("cache")));
        DetachedVm vm = qemu.detach(tiny(), Reporter.silent()).vm();
        try (AttachedVm attached = new BackgroundQemu(vm).attach()) {
            attached.snapshots().save("clean");
            attached.pause();
            attached.snapshots().restore("clean");

            assertThat(attached.state()).isEqualTo(VmState.RUNNING);
            assertThat(attached.snapshots().list()).extracting(Snapshot::name).containsExactly("clean");
            attached.snapshots().remove("clean");
            assertThat(attached.snapshots().list()).isEmpty();
        } finally {
            new BackgroundQemu(vm).kill();
        }
    }

    /// What firmware keeps in its flash memory is in the memory as well.
    @Test
    void aMachineWithFirmwareHasThemToo() throws Exception {
        Path firmware = Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd");
        Assumptions.assumeTrue(Files.exists(firmware), "there is no ovmf");
        BootMedia disk = new BootMedia.DiskImage(Arch.AMD64, qcow2("boot.qcow2"), DiskFormat.QCOW2);
        VmSpec spec = VmSpec.of("uefi", disk, folder.resolve("state"))
                .withMemory(128 * VmSpec.MIB)
                .withAccelerator(AcceleratorChoice.TCG)
                .withEquipment(Equipment.NONE.withUefi(new Uefi(Optional.empty())));
        QemuHypervisor qemu = new QemuHypervisor(
                new QemuSettings(Optional.empty(), Optional.empty(), System.getenv(), folder.resolve("cache")));
        try (VmHandle vm = qemu.start(spec, Reporter.silent())) {
            ConsoleWatcher.await(vm, "BdsDxe", SOON).orThrow();
            vm.snapshots().save("clean");
            vm.snapshots().restore("clean");

            assertThat(vm.state()).isEqualTo(VmState.RUNNING);
            assertThat(vm.snapshots().list()).extracting(Snapshot::name).containsExactly("clean");
        }
    }
}
