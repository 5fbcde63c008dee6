package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.BootMedia;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmSpec;
import java.util.ArrayList;
import java.util.List;

/// Writes the command line of QEMU for a specification. Pure: same specification, same words.
final class QemuCommand {
    private final String program;
    private final VmSpec spec;
    private final Accelerator accelerator;
    private final Channels channels;
    private final MachineProfile machine;
    private final List<String> words = new ArrayList<>();

    private QemuCommand(String program, VmSpec spec, Accelerator accelerator, Channels channels) {
        this.program = program;
        this.spec = spec;
        this.accelerator = accelerator;
        this.channels = channels;
        this.machine = MachineProfile.of(spec.arch());
    }

    static CommandLine of(String program, VmSpec spec, Accelerator accelerator, Channels channels) {
        return new QemuCommand(program, spec, accelerator, channels).build();
    }

    private CommandLine build() {
        words.add(program);
        machine();
        monitor();
        console();
        kernel();
        entropy();
        guestChannels();
        network();
        for (int i = 0; i < spec.disks().size(); i++) {
            disk(i, spec.disks().get(i));
        }
        return new CommandLine(words);
    }

    private void machine() {
        add("-nodefaults", "-no-user-config");
        add("-name", QemuOption.escape(spec.name()));
        add("-machine", machine.machine());
        add("-accel", accelerator());
        add("-cpu", machine.cpu(accelerator));
        add("-smp", Integer.toString(spec.cpus()));
        add("-m", spec.memoryMib() + "M");
        add("-display", "none");
    }

    /// Exactly one accelerator: with a second one, QEMU falls back silently, and only when opening the first one fails.
    private String accelerator() {
        return switch (accelerator) {
            case TCG -> "tcg,thread=multi";
            // The in-kernel interrupt controller of WHPX is known to hang Linux guests.
            case WHPX -> "whpx,kernel-irqchip=off";
            case KVM, HVF -> accelerator.id();
        };
    }

    /// Paused at first (`-S`): no event is missed and no byte printed before we listen.
    private void monitor() {
        socket("qmp", channels.monitor());
        add("-mon", "chardev=qmp,mode=control");
        add("-S");
    }

    private void console() {
        socket("con", channels.console());
        words.addAll(machine.console(spec.arch(), "con"));
    }

    private void kernel() {
        switch (spec.media()) {
            case BootMedia.KernelInitrd media -> {
                add("-kernel", media.kernel().toString());
                media.initrd().ifPresent(initrd -> add("-initrd", initrd.toString()));
                add("-append", KernelCmdline.of(media.cmdline(), machine, accelerator, spec.extraCmdline()));
            }
        }
    }

    private void entropy() {
        add("-object", "rng-builtin,id=rng");
        add("-device", "virtio-rng-" + machine.virtioBus() + ",rng=rng");
    }

    private void guestChannels() {
        socket("ev", channels.events());
        socket("ctl", channels.control());
        add("-device", "virtio-serial-" + machine.virtioBus() + ",id=ports");
        add("-device", "virtserialport,bus=ports.0,nr=1,chardev=ev,name=lamina.events");
        add("-device", "virtserialport,bus=ports.0,nr=2,chardev=ctl,name=lamina.control");
    }

    private void network() {
        StringBuilder netdev = new StringBuilder("user,id=net");
        for (PublishedPort port : spec.ports()) {
            netdev.append(",hostfwd=")
                    .append(port.protocol())
                    .append(':')
                    .append(port.hostAddress())
                    .append(':')
                    .append(port.hostPort())
                    .append("-:")
                    .append(port.guestPort());
        }
        add("-netdev", netdev.toString());
        add("-device", "virtio-net-" + machine.virtioBus() + ",netdev=net" + withoutRom());
    }

    /// The boot ROM of a network card costs more than a second and serves nothing here.
    private String withoutRom() {
        return machine.virtioBus().equals("pci") ? ",romfile=" : "";
    }

    private void disk(int index, Disk disk) {
        String id = "disk" + index;
        add(
                "-drive",
                "file=" + QemuOption.escape(disk.file().toString()) + ",format=" + disk.format() + ",if=none,id=" + id
                        + (disk.readOnly() ? ",readonly=on" : ""));
        add("-device", "virtio-blk-" + machine.virtioBus() + ",drive=" + id);
    }

    /// A client: the listening side is ours and exists before QEMU starts.
    private void socket(String id, String address) {
        add("-chardev", "socket,id=" + id + "," + address + ",server=off");
    }

    private void add(String... more) {
        words.addAll(List.of(more));
    }
}
