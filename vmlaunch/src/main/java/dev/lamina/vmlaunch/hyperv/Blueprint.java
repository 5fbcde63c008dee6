package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.VmSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A machine of Hyper-V as a value: what a specification becomes on a certain Windows.
///
/// @param id unique among all machines of this Windows; also that of the network's end of its cable
/// @param mac of the network card, in Microsoft's notation
/// @param offered the newest documents that this Windows understands
/// @param networked the machine has a network card
record Blueprint(VmSpec spec, String id, String mac, SchemaVersion offered, boolean networked) {

    /// By which all machines and cables of Lamina are found again.
    static final String OWNER = "Lamina";

    static Blueprint of(VmSpec spec, MachineId id, SchemaVersion offered) {
        return new Blueprint(spec, id.toString(), mac(spec, id.mac()), offered, wantsNetwork(spec));
    }

    /// To be read rather than started: nothing is made up or asked for.
    static Blueprint shown(VmSpec spec) {
        return new Blueprint(
                spec, "RUNTIME_ID", mac(spec, "RUNTIME_MAC"), SchemaVersion.USUAL_FOR_KERNELS, wantsNetwork(spec));
    }

    private static String mac(VmSpec spec, String own) {
        return spec.equipment()
                .mac()
                .map(address -> address.toUpperCase(Locale.ROOT).replace(':', '-'))
                .orElse(own);
    }

    private static boolean wantsNetwork(VmSpec spec) {
        return spec.equipment().network() instanceof Network.User;
    }

    Blueprint withoutNetwork() {
        return new Blueprint(spec, id, mac, offered, false);
    }

    /// The other end of the machine's first serial port.
    String pipe() {
        return "\\\\.\\pipe\\lamina-" + id + "-com1";
    }

    /// The kernel is loaded by the machine's firmware, from a folder of the host: where Hyper-V itself loads none
    /// (on ARM, and before Windows 10 1903), and where the user wants a firmware.
    boolean bootsByStub() {
        boolean direct = spec.arch() == Arch.AMD64
                && offered.knows(SchemaVersion.KERNELS)
                && spec.equipment().uefi().isEmpty();
        return spec.media() instanceof BootMedia.KernelInitrd && !direct;
    }

    /// The folder that the firmware sees. Nothing else is in it.
    Path bootFolder() {
        return spec.stateDir().resolve("hyperv-boot").toAbsolutePath();
    }

    /// What the document says it is. Of several versions with all properties that are used the lowest is the safest.
    SchemaVersion schema() {
        return spec.media() instanceof BootMedia.KernelInitrd && !bootsByStub()
                ? offered.atMost(SchemaVersion.USUAL_FOR_KERNELS)
                : SchemaVersion.FIRST;
    }

    /// Even, because Hyper-V hands out memory in pieces of 2 MiB.
    static long memoryMib(VmSpec spec) {
        return Math.ceilDiv(spec.memoryMib(), 2) * 2;
    }

    /// As the service takes it, on one line.
    String document() {
        return MachineDocument.of(this).toString();
    }

    CommandLine commandLine() {
        return new CommandLine(List.of("hcs", "create", id, document()));
    }

    /// What the machine's worker process must be allowed to read.
    List<Path> files() {
        Stream<Path> media = switch (spec.media()) {
            case BootMedia.KernelInitrd direct
            when bootsByStub() ->
                Stream.concat(
                        Stream.of(bootFolder(), bootFolder().resolve(MachineDocument.KERNEL)),
                        direct.initrd().stream().map(any -> bootFolder().resolve(MachineDocument.INITRD)));
            case BootMedia.KernelInitrd direct -> Stream.concat(Stream.of(direct.kernel()), direct.initrd().stream());
            case BootMedia.KernelRoot root -> Stream.of(root.kernel(), root.root());
            case BootMedia.DiskImage disk -> Stream.of(disk.file());
            case BootMedia.Cd cd -> Stream.of(cd.file());
        };
        return Stream.of(media, spec.disks().stream().map(Disk::file), spec.equipment().cds().stream())
                .flatMap(files -> files)
                .map(Path::toAbsolutePath)
                .distinct()
                .toList();
    }
}
