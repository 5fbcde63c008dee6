package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import java.util.List;

/// What differs between the machines of the architectures.
///
/// @param machine value of `-machine`
/// @param emulatedCpu value of `-cpu` under TCG
/// @param virtioBus suffix of virtio devices
/// @param consoleDevice the serial port as the kernel names it
/// @param translatedCmdline kernel parameters that shorten the boot under TCG, or keep it from giving up: on a busy
/// host the timer is late, which the kernel takes for a broken one
record MachineProfile(
        String machine, String emulatedCpu, String virtioBus, String consoleDevice, String translatedCmdline) {

    static MachineProfile of(Arch arch) {
        return switch (arch) {
            case AMD64 ->
                new MachineProfile("pc,hpet=off,vmport=off", "max", "pci", "ttyS0", "tsc=reliable no_timer_check");
            case ARM64 -> new MachineProfile("virt", "cortex-a57", "pci", "ttyAMA0", "");
            case RISCV64 -> new MachineProfile("virt", "rv64", "pci", "ttyS0", "");
            case S390X -> new MachineProfile("s390-ccw-virtio", "max", "ccw", "ttyS0", "");
        };
    }

    String cpu(Accelerator accelerator) {
        return accelerator == Accelerator.TCG ? emulatedCpu : "host";
    }

    String cmdline(Accelerator accelerator) {
        return accelerator == Accelerator.TCG ? translatedCmdline : "";
    }

    /// How the names of the machine's versions begin, as descriptors of firmware have them.
    String firmwareMachine() {
        return machine.startsWith("pc,") ? "pc-i440fx-" : machine + "-";
    }

    /// `-serial` means nothing to s390x, which has a line-mode console of its own.
    List<String> console(Arch arch, String chardev) {
        return arch == Arch.S390X
                ? List.of("-device", "sclpconsole,chardev=" + chardev)
                : List.of("-serial", "chardev:" + chardev);
    }
}
