package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.testing.SpecTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Machines by the names of their golden documents.
final class Blueprints {
    static final MachineId ID = new MachineId(UUID.fromString("6f9619ff-8b86-4d11-b42d-00c04fc964ff"));
    static final SchemaVersion NEW = new SchemaVersion(2, 7);

    private Blueprints() {}

    static Map<String, Blueprint> all() {
        VmSpec plain = SpecTable.spec(SpecTable.direct(Arch.AMD64, "quiet"));
        VmSpec arm = SpecTable.spec(SpecTable.direct(Arch.ARM64, "quiet"));
        Map<String, Blueprint> table = new LinkedHashMap<>();
        table.put("plain", with(plain, NEW));
        table.put("windows-1903", with(plain, new SchemaVersion(2, 2)));
        table.put("windows-1809", with(plain, SchemaVersion.FIRST));
        table.put("no-initrd", with(noInitrd(), NEW));
        table.put("everything", with(everything(plain), NEW));
        table.put("no-network", with(plain.withEquipment(Equipment.NONE.withNetwork(new Network.None())), NEW));
        table.put("uefi", with(plain.withEquipment(Equipment.NONE.withUefi(new Uefi(Optional.empty()))), NEW));
        table.put("arm64", with(arm, NEW));
        table.put(
                "disk",
                with(
                        SpecTable.spec(new BootMedia.DiskImage(Arch.AMD64, Path.of("/i/disk.vhdx"), DiskFormat.VHDX)),
                        NEW));
        table.put("cd", with(SpecTable.spec(new BootMedia.Cd(Arch.AMD64, Path.of("/i/cd.iso"))), NEW));
        return table;
    }

    private static VmSpec noInitrd() {
        return SpecTable.spec(new BootMedia.KernelInitrd(
                Arch.AMD64, Path.of("/images/kernel"), Optional.empty(), "console=tty0 panic=5 lamina.events=port"));
    }

    static VmSpec everything(VmSpec plain) {
        return plain.withCpus(4)
                .withMemory(1025 * VmSpec.MIB)
                .withDisks(List.of(
                        new Disk(Path.of("/d/a.vhdx"), DiskFormat.VHDX, false),
                        new Disk(Path.of("/d/b.vhd"), DiskFormat.VHD, true)))
                .withExtraCmdline("debug a=\"b c\"")
                .withEquipment(
                        Equipment.NONE.withCds(List.of(Path.of("/d/data.iso"))).withMac("52:54:00:00:00:0a"));
    }

    private static Blueprint with(VmSpec spec, SchemaVersion offered) {
        return Blueprint.of(spec, ID, offered);
    }
}
