package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.PrivateNetwork;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The part of QEMU's command line that is about devices: what is plugged into the machine, and with what on the other
/// end.
final class QemuDevices {
    /// The boot ROM of a network card costs more than a second and serves nothing here.
    private static final String WITHOUT_ROM = ",romfile=";

    private final VmSpec spec;
    private final Equipment equipment;
    private final Attachments attachments;
    private final String bus;
    private final List<String> words = new ArrayList<>();
    private int cds;

    private QemuDevices(VmSpec spec, Attachments attachments) {
        this.spec = spec;
        this.equipment = spec.equipment();
        this.attachments = attachments;
        this.bus = MachineProfile.of(spec.arch()).virtioBus();
    }

    static List<String> of(VmSpec spec, Attachments attachments) {
        return new QemuDevices(spec, attachments).build();
    }

    private List<String> build() {
        attachments.firmware().ifPresent(this::firmware);
        network();
        privateNetworks();
        media();
        for (int i = 0; i < spec.disks().size(); i++) {
            disk("disk" + i, spec.disks().get(i), "");
        }
        equipment.cds().forEach(file -> cd(file, ""));
        shares();
        attachments.tpm().ifPresent(this::tpm);
        if (equipment.usb()) {
            usb();
        }
        if (equipment.window()) {
            screen();
        }
        equipment.devices().forEach(device -> add("-device", device));
        return words;
    }

    /// The code is the host's and stays as it is; its settings are the machine's.
    private void firmware(FirmwareFiles files) {
        String code = ",file=" + QemuOption.escape(files.code().toString());
        boolean apart = files.variables().isPresent();
        add("-drive", "if=pflash,unit=0,format=raw" + (apart ? ",readonly=on" : "") + code);
        files.variables()
                .ifPresent(file ->
                        add("-drive", "if=pflash,unit=1,format=raw,file=" + QemuOption.escape(file.toString())));
    }

    private void network() {
        switch (equipment.network()) {
            case Network.User user -> card("net", "user,id=net" + forwards(), equipment.mac());
            case Network.None none -> {
                // With -nodefaults there is no card unless one is named.
            }
            case Network.Tap tap ->
                card("net", "tap,id=net,ifname=" + tap.device() + ",script=no,downscript=no", equipment.mac());
            case Network.Bridge bridge -> card("net", "bridge,id=net,br=" + bridge.name(), equipment.mac());
        }
    }

    private void privateNetworks() {
        for (int i = 0; i < equipment.privateNetworks().size(); i++) {
            PrivateNetwork network = equipment.privateNetworks().get(i);
            MulticastGroup group = MulticastGroup.of(network);
            String id = "private" + i;
            card(
                    id,
                    "socket,id=" + id + ",mcast=" + group.address() + ":" + group.port() + ",localaddr=127.0.0.1",
                    network.mac());
        }
    }

    private void card(String id, String netdev, Optional<String> mac) {
        add("-netdev", netdev);
        String address = mac.map(text -> ",mac=" + text).orElse("");
        add("-device", "virtio-net-" + bus + ",netdev=" + id + address + (bus.equals("pci") ? WITHOUT_ROM : ""));
    }

    private String forwards() {
        StringBuilder text = new StringBuilder();
        for (PublishedPort port : spec.ports()) {
            text.append(",hostfwd=")
                    .append(port.protocol())
                    .append(':')
                    .append(port.hostAddress())
                    .append(':')
                    .append(port.hostPort())
                    .append("-:")
                    .append(port.guestPort());
        }
        return text.toString();
    }

    private void media() {
        switch (spec.media()) {
            case BootMedia.KernelInitrd media -> {
                // QEMU loads both itself.
            }
            case BootMedia.KernelRoot media -> disk("root", new Disk(media.root(), DiskFormat.RAW, true), "");
            case BootMedia.DiskImage media ->
                disk("boot", new Disk(media.file(), media.format(), false), ",bootindex=0");
            case BootMedia.Cd media -> cd(media.file(), ",bootindex=0");
        }
    }

    private void disk(String id, Disk disk, String more) {
        add(
                "-drive",
                "file=" + QemuOption.escape(disk.file().toString()) + ",format="
                        + disk.format().qemuName() + ",if=none,id=" + id + (disk.readOnly() ? ",readonly=on" : ""));
        add("-device", "virtio-blk-" + bus + ",drive=" + id + more);
    }

    /// PCs have an IDE controller, for which kernels have the driver built in; the other machines have none.
    private void cd(Path file, String more) {
        String id = "cd" + cds;
        add(
                "-drive",
                "file=" + QemuOption.escape(file.toString()) + ",format=raw,if=none,media=cdrom,readonly=on,id=" + id);
        if (spec.arch() == Arch.AMD64) {
            add("-device", "ide-cd,drive=" + id + more);
        } else {
            if (cds == 0) {
                add("-device", "virtio-scsi-" + bus + ",id=scsi");
            }
            add("-device", "scsi-cd,drive=" + id + more);
        }
        cds++;
    }

    /// Tags are the same either way, so that a guest finds what it looks for.
    private void shares() {
        for (int i = 0; i < attachments.shares().size(); i++) {
            String tag = "virtiofs" + i;
            switch (attachments.shares().get(i)) {
                case Share.Virtiofs(Path socket) -> {
                    add("-chardev", "socket,id=share" + i + ",path=" + QemuOption.escape(socket.toString()));
                    add("-device", "vhost-user-fs-" + bus + ",chardev=share" + i + ",tag=" + tag);
                }
                case Share.Plan9(Path folder) -> {
                    // What the guest makes belongs to who runs QEMU, and owners that the guest sets are not kept.
                    String path = ",path=" + QemuOption.escape(folder.toString());
                    add("-fsdev", "local,id=share" + i + path + ",security_model=none,multidevs=remap");
                    add("-device", "virtio-9p-" + bus + ",fsdev=share" + i + ",mount_tag=" + tag);
                }
            }
        }
    }

    private void tpm(Path socket) {
        add("-chardev", "socket,id=tpm,path=" + QemuOption.escape(socket.toString()));
        add("-tpmdev", "emulator,id=tpm0,chardev=tpm");
        add("-device", (spec.arch() == Arch.AMD64 ? "tpm-crb" : "tpm-tis-device") + ",tpmdev=tpm0");
    }

    private void usb() {
        if (spec.arch() == Arch.S390X) {
            throw new InputException("the machines of s390x have no USB", "leave out --usb");
        }
        add("-device", "qemu-xhci,id=usb");
    }

    /// With a keyboard where the machine has none by itself.
    private void screen() {
        switch (spec.arch()) {
            case AMD64 -> add("-device", "VGA");
            case ARM64, RISCV64 -> add("-device", "virtio-gpu-pci", "-device", "virtio-keyboard-pci");
            case S390X -> add("-device", "virtio-gpu-ccw", "-device", "virtio-keyboard-ccw");
        }
    }

    private void add(String... more) {
        words.addAll(List.of(more));
    }
}
