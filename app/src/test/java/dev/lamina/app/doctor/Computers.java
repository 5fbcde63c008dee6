package dev.lamina.app.doctor;

import dev.lamina.app.doctor.Instruments.Memory;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/// Computers as people have them, each with what is usual to be wrong with it.
public final class Computers {
    private static final String NO_QEMU = "qemu-system-x86_64 was not found on the PATH or in the usual folders";
    private static final String APT = "sudo apt install qemu-system-x86 (Fedora: sudo dnf install"
            + " qemu-system-x86-core), or set LAMINA_QEMU to its folder";
    private static final String ARM_QEMU = "qemu-system-aarch64 was not found on the PATH or in the usual folders";
    private static final long MIB = 1L << 20;

    private Computers() {}

    /// By name; each is made in a folder of the test.
    public static Map<String, Function<Path, PlayedComputer>> all() {
        Map<String, Function<Path, PlayedComputer>> all = new TreeMap<>();
        all.put("linux-kvm", Computers::linuxWithKvm);
        all.put("linux-kvm-refuses", Computers::linuxWhoseKvmRefuses);
        all.put("linux-no-qemu", Computers::linuxWithoutQemu);
        all.put("linux-little-memory", Computers::linuxWithLittleMemory);
        all.put("linux-disk-full", Computers::linuxWhoseDiskIsFull);
        all.put("linux-no-firmware", Computers::fedoraWithoutFirmware);
        all.put("linux-not-in-kvm", Computers::linuxWhoseUserMayNotUseKvm);
        all.put("linux-container", Computers::insideAContainer);
        all.put("macos-vfkit", Computers::macWithVfkit);
        all.put("windows-home", Computers::windowsHome);
        return all;
    }

    public static PlayedComputer linuxWithKvm(Path root) {
        return new PlayedComputer(root);
    }

    /// Software that plays a KVM, or an outer machine that has not all of it.
    public static PlayedComputer linuxWhoseKvmRefuses(Path root) {
        PlayedComputer computer =
                new PlayedComputer(root).has("proc/cpuinfo", "processor : 0\nflags : fpu vme hypervisor sse2\n");
        computer.instruments()
                .acceleration(
                        PlayedInstruments.seen(Accelerator.KVM, false, "it stopped at an instruction of the kernel"));
        return computer;
    }

    public static PlayedComputer linuxWithoutQemu(Path root) {
        PlayedComputer computer = new PlayedComputer(root);
        computer.instruments().hasNoQemu(NO_QEMU, APT).acceleration(PlayedInstruments.untried(Accelerator.KVM));
        return computer;
    }

    public static PlayedComputer linuxWithLittleMemory(Path root) {
        PlayedComputer computer = new PlayedComputer(root).java(new Computer.Java("25.0.1", 100 * MIB, 1));
        computer.instruments().memory(PlayedInstruments.memory(1024 * MIB, 300 * MIB));
        return computer;
    }

    public static PlayedComputer linuxWhoseDiskIsFull(Path root) {
        PlayedComputer computer = new PlayedComputer(root);
        computer.instruments().free(12 * MIB).machines(List.of("web"), List.of("db"));
        return computer;
    }

    public static PlayedComputer fedoraWithoutFirmware(Path root) {
        PlayedComputer computer = new PlayedComputer(root)
                .has("etc/os-release", "PRETTY_NAME=\"Fedora Linux 43\"\nID=fedora\n")
                .variable("https_proxy", "http://anna:secret@proxy.example:3128");
        computer.instruments().hasNoFirmware().taken(8080, "nginx (process 4711)");
        return computer;
    }

    public static PlayedComputer linuxWhoseUserMayNotUseKvm(Path root) {
        PlayedComputer computer = new PlayedComputer(root).user("carla");
        computer.has("proc/self/status", "Groups: 27 1002\n")
                .instruments()
                .acceleration(PlayedInstruments.closed(
                        Accelerator.KVM,
                        "/dev/kvm may not be opened by this user",
                        "sudo usermod -aG kvm $USER, then log in again"));
        return computer;
    }

    public static PlayedComputer insideAContainer(Path root) {
        PlayedComputer computer = new PlayedComputer(root)
                .has("etc/os-release", "PRETTY_NAME='Alpine Linux v3.22'\nID=alpine\n")
                .has(".dockerenv", "")
                .lacks("dev/kvm")
                .lacks("usr/lib/x86_64-linux-gnu/libgtk-3.so.0")
                .user("root")
                .variable("DISPLAY", "");
        computer.instruments()
                .hasNoQemu(NO_QEMU, APT)
                .acceleration(PlayedInstruments.closed(
                        Accelerator.KVM,
                        "there is no /dev/kvm",
                        "turn on virtualization in the firmware, or nested virtualization of the outer machine"))
                .memory(new Memory(OptionalLong.of(2048 * MIB), OptionalLong.of(1800 * MIB), true));
        return computer;
    }

    public static PlayedComputer macWithVfkit(Path root) {
        PlayedComputer computer = new PlayedComputer(root).runs(Os.MACOS, Arch.ARM64, "15.1");
        computer.instruments()
                .hasNoHypervisors()
                .has(
                        "vfkit",
                        "vfkit",
                        Availability.ready(
                                "vfkit 0.6.1 (/opt/homebrew/bin/vfkit)",
                                List.of("no published ports, no control channel; events come out of the console")))
                .hasNoQemu(ARM_QEMU, "brew install qemu, or set LAMINA_QEMU to its folder")
                .has(
                        "hyperkit",
                        "HyperKit",
                        Availability.missing(
                                "HyperKit is for Macs with Intel's processors", "use --backend vfkit here"))
                .acceleration(PlayedInstruments.untried(Accelerator.HVF))
                .memory(new Memory(OptionalLong.of(16384 * MIB), OptionalLong.empty(), false));
        return computer;
    }

    public static PlayedComputer windowsHome(Path root) {
        PlayedComputer computer = new PlayedComputer(root).runs(Os.WINDOWS, Arch.AMD64, "10.0");
        computer.instruments()
                .hasNoHypervisors()
                .has(
                        "hyperv",
                        "Hyper-V",
                        Availability.missing(
                                "the Windows hypervisor does not run",
                                "turn on virtualization (VT-x or SVM) in the computer's firmware and 'Virtual Machine"
                                        + " Platform' in the Windows features, run 'bcdedit /set hypervisorlaunchtype"
                                        + " auto' as administrator and restart; inside a virtual machine, turn on its"
                                        + " nested virtualization"))
                .has("qemu", "QEMU", Availability.ready("QEMU 9.2.1 (qemu-system-x86_64.exe)", List.of()))
                .acceleration(PlayedInstruments.closed(
                        Accelerator.WHPX,
                        "the Windows Hypervisor Platform is not installed",
                        "turn on 'Windows Hypervisor Platform' in the Windows features and restart"));
        return computer;
    }
}
