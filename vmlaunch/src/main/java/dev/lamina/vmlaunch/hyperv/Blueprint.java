package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.VmSpec;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// A machine of Hyper-V as a value: what a specification becomes on a certain Windows.
///
/// @param id unique among all machines of this Windows
/// @param offered the newest documents that this Windows understands
/// @param endpoint what the network card is plugged into; empty for none
record Blueprint(VmSpec spec, String id, SchemaVersion offered, Optional<String> endpoint) {

    /// Of which all machines and endpoints of Lamina are found again.
    static final String OWNER = "Lamina";

    static Blueprint of(VmSpec spec, UUID id, SchemaVersion offered, Optional<UUID> endpoint) {
        return new Blueprint(spec, id.toString(), offered, endpoint.map(UUID::toString));
    }

    Blueprint withoutNetwork() {
        return new Blueprint(spec, id, offered, Optional.empty());
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
    long memoryMib() {
        return (spec.memoryMib() + 1) / 2 * 2;
    }

    /// In Microsoft's notation and range, unless the user has chosen another.
    String mac() {
        return spec.equipment()
                .mac()
                .map(address -> address.toUpperCase(Locale.ROOT).replace(':', '-'))
                .orElseGet(this::ownMac);
    }

    /// The last three bytes are the identifier's.
    private String ownMac() {
        String tail = id.replace("-", "").toUpperCase(Locale.ROOT);
        String digits = tail.substring(tail.length() - 6);
        return "00-15-5D-" + digits.substring(0, 2) + "-" + digits.substring(2, 4) + "-" + digits.substring(4);
    }

    /// As the service takes it, on one line.
    String document() {
        return MachineDocument.of(this).toString();
    }
}
