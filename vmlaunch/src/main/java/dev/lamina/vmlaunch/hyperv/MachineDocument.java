package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.guest.ConsoleEvents;
import dev.lamina.vmlaunch.host.KernelCmdline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the document that describes a machine to the Host Compute Service. Pure: same blueprint, same document.
///
/// The properties and their versions are those of Microsoft's published schema ("HCS schema reference"); a test knows
/// all that may occur here.
final class MachineDocument {
    /// In the folder that a firmware boots from.
    static final String KERNEL = "kernel";

    static final String INITRD = "initrd.img";

    /// The kernel must not look for more serial ports than there are, and not test the one it has: Hyper-V's port
    /// fails that test. With `panic=-1` a guest that is lost ends at once, and so does the machine (`StopOnReset`).
    private static final String AMD64 =
            "8250_core.nr_uarts=1 8250_core.skip_txen_test=1 panic=-1 " + ConsoleEvents.CMDLINE;

    private static final String ARM64 = "panic=-1 " + ConsoleEvents.CMDLINE;

    private final Blueprint plan;

    private MachineDocument(Blueprint plan) {
        this.plan = plan;
    }

    static Properties of(Blueprint plan) {
        MachineDocument document = new MachineDocument(plan);
        return Properties.of("SchemaVersion", plan.schema().document())
                .and("Owner", Blueprint.OWNER)
                // The handle is this process's, so the machine ends with it, whatever happens.
                .and("ShouldTerminateOnLastHandleClosed", true)
                .and("VirtualMachine", document.machine());
    }

    private Properties machine() {
        return Properties.of("StopOnReset", true)
                .and("Chipset", chipset())
                .and("ComputeTopology", topology())
                .and("Devices", devices());
    }

    private Properties chipset() {
        Properties chipset = Properties.of("UseUtc", true);
        return switch (plan.spec().media()) {
            case BootMedia.KernelInitrd media
            when plan.bootsByStub() -> chipset.and("Uefi", Properties.of("BootThis", stub(media)));
            case BootMedia.KernelInitrd media -> chipset.and("LinuxKernelDirect", direct(media));
            case BootMedia.KernelRoot media -> throw new IllegalArgumentException("not checked: " + media);
            case BootMedia.DiskImage media -> chipset.and("Uefi", firmware());
            case BootMedia.Cd media -> chipset.and("Uefi", firmware());
        };
    }

    private Properties direct(BootMedia.KernelInitrd media) {
        return Properties.of("KernelFilePath", path(media.kernel()))
                .and("InitRdPath", media.initrd().map(MachineDocument::path))
                .and("KernelCmdLine", cmdline(media));
    }

    private Properties stub(BootMedia.KernelInitrd media) {
        String initrd = media.initrd().isPresent() ? "initrd=\\" + INITRD + " " : "";
        return Properties.of("DeviceType", "VmbFs")
                .and("VmbFsRootPath", plan.bootFolder().toString())
                .and("DevicePath", "\\" + KERNEL)
                .and("OptionalData", initrd + cmdline(media));
    }

    /// Without a template of keys nothing is asked for a signature.
    private static Properties firmware() {
        return Properties.of(
                        "BootThis",
                        Properties.of("DeviceType", "ScsiDrive")
                                .and("DevicePath", "Primary")
                                .and("DiskNumber", 0))
                .and("Console", "ComPort1");
    }

    private String cmdline(BootMedia.KernelInitrd media) {
        boolean arm = plan.spec().arch() == Arch.ARM64;
        return KernelCmdline.of(
                media.cmdline(),
                arm ? "ttyAMA0" : "ttyS0",
                arm ? ARM64 : AMD64,
                plan.spec().extraCmdline());
    }

    private Properties topology() {
        return Properties.of(
                        "Memory",
                        Properties.of("SizeInMB", Blueprint.memoryMib(plan.spec()))
                                .and("AllowOvercommit", true))
                .and("Processor", Properties.of("Count", plan.spec().cpus()));
    }

    private Properties devices() {
        Properties devices = Properties.of("ComPorts", Properties.of("0", Properties.of("NamedPipe", plan.pipe())));
        Properties attachments = attachments();
        if (!attachments.isEmpty()) {
            devices.and("Scsi", Properties.of("Primary", Properties.of("Attachments", attachments)));
        }
        if (plan.networked()) {
            devices.and("NetworkAdapters", Properties.of("net0", card()));
        }
        return devices;
    }

    private Properties card() {
        return Properties.of("EndpointId", plan.id()).and("MacAddress", plan.mac());
    }

    /// What boots first, then the disks, then the CDs: by their places on the one controller.
    private Properties attachments() {
        List<Properties> places = new ArrayList<>();
        switch (plan.spec().media()) {
            case BootMedia.KernelInitrd media -> {
                // In memory.
            }
            case BootMedia.KernelRoot media -> throw new IllegalArgumentException("not checked: " + media);
            case BootMedia.DiskImage media -> places.add(disk(media.file()));
            case BootMedia.Cd media -> places.add(cd(media.file()));
        }
        plan.spec().disks().stream().map(MachineDocument::disk).forEach(places::add);
        plan.spec().equipment().cds().stream().map(MachineDocument::cd).forEach(places::add);
        Properties attachments = Properties.none();
        for (int place = 0; place < places.size(); place++) {
            attachments.and(Integer.toString(place), places.get(place));
        }
        return attachments;
    }

    private static Properties disk(Disk disk) {
        return disk.readOnly() ? disk(disk.file()).and("ReadOnly", true) : disk(disk.file());
    }

    private static Properties disk(Path file) {
        return Properties.of("Type", "VirtualDisk").and("Path", path(file));
    }

    private static Properties cd(Path file) {
        return Properties.of("Type", "Iso").and("Path", path(file)).and("ReadOnly", true);
    }

    /// The worker process has another current folder.
    private static String path(Path file) {
        return file.toAbsolutePath().toString();
    }
}
