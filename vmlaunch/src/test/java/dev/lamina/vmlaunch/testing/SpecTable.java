package dev.lamina.vmlaunch.testing;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Specifications by name, for the golden files of the hypervisors' command lines.
public final class SpecTable {
    private static final Path KERNEL = Path.of("/images/kernel");

    private SpecTable() {}

    /// Those that every hypervisor of a Mac understands.
    public static Map<String, VmSpec> of(Arch arch) {
        Map<String, VmSpec> table = new LinkedHashMap<>();
        VmSpec plain = spec(direct(arch, "quiet"));
        table.put("plain", plain);
        table.put(
                "no-initrd",
                spec(new BootMedia.KernelInitrd(arch, KERNEL, Optional.empty(), "console=ttyS0 lamina.events=port")));
        table.put("root", spec(new BootMedia.KernelRoot(arch, KERNEL, Path.of("/images/root.squashfs"), "quiet")));
        table.put(
                "everything",
                plain.withCpus(4)
                        .withMemory(1025 * VmSpec.MIB + 1)
                        .withDisks(List.of(Disk.raw(Path.of("/d/a.raw")), Disk.raw(Path.of("/d/b.raw"))))
                        .withExtraCmdline("debug a,b")
                        .withEquipment(Equipment.NONE
                                .withCds(List.of(Path.of("/d/data.iso")))
                                .withMac("52:54:00:00:00:01")));
        table.put("no-network", plain.withEquipment(Equipment.NONE.withNetwork(new Network.None())));
        return table;
    }

    /// Those that boot by firmware.
    public static Map<String, VmSpec> firmware(Arch arch, Uefi uefi) {
        Equipment equipment = Equipment.NONE.withUefi(uefi);
        return Map.of(
                "disk",
                spec(new BootMedia.DiskImage(arch, Path.of("/images/disk.raw"), DiskFormat.RAW))
                        .withEquipment(equipment),
                "cd",
                spec(new BootMedia.Cd(arch, Path.of("/images/cd.iso"))).withEquipment(equipment));
    }

    public static VmSpec spec(BootMedia media) {
        return VmSpec.of("web", media, Path.of("/state/web"));
    }

    public static BootMedia direct(Arch arch, String cmdline) {
        return new BootMedia.KernelInitrd(arch, KERNEL, Optional.of(Path.of("/images/initrd.img")), cmdline);
    }

    /// An argument on each line.
    public static String lines(CommandLine command) {
        return String.join("\n", command.argv()).replace('\\', '/') + "\n";
    }
}
