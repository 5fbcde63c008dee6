package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.KernelCmdline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the command line of QEMU for a specification. Pure: same specification, same words.
final class QemuCommand {
    private final String program;
    private final VmSpec spec;
    private final Accelerator accelerator;
    private final Channels channels;
    private final Attachments attachments;
    private final MachineProfile machine;
    private final List<String> words = new ArrayList<>();
    private final boolean old;
    private final Optional<Path> pidFile;

    /// @param old from before 10.2
    /// @param pidFile only of a detached machine
    private QemuCommand(
            String program,
            VmSpec spec,
            Accelerator accelerator,
            Channels channels,
            Attachments attachments,
            boolean old,
            Optional<Path> pidFile) {
        this.program = program;
        this.spec = spec;
        this.accelerator = accelerator;
        this.channels = channels;
        this.attachments = attachments;
        this.machine = MachineProfile.of(spec.arch());
        this.old = old;
        this.pidFile = pidFile;
    }

    static CommandLine of(String program, VmSpec spec, Accelerator accelerator, Channels channels) {
        return of(program, spec, accelerator, channels, Attachments.NONE);
    }

    static CommandLine of(
            String program, VmSpec spec, Accelerator accelerator, Channels channels, Attachments attachments) {
        return new QemuCommand(program, spec, accelerator, channels, attachments, false, Optional.empty()).build();
    }

    /// For a program whose version is known.
    static CommandLine of(
            QemuBinary qemu, VmSpec spec, Accelerator accelerator, Channels channels, Attachments attachments) {
        String program = qemu.path().toString();
        boolean old = qemu.isOlderThan(10, 2);
        return new QemuCommand(program, spec, accelerator, channels, attachments, old, Optional.empty()).build();
    }

    /// For a machine that goes on without us: QEMU listens on its channels, keeps the console's log itself, and leaves
    /// the process that started it.
    static CommandLine detached(
            String program, VmSpec spec, Accelerator accelerator, Path folder, Attachments attachments, Path pidFile) {
        Channels channels = Channels.in(folder);
        return new QemuCommand(program, spec, accelerator, channels, attachments, false, Optional.of(pidFile)).build();
    }

    private CommandLine build() {
        words.add(program);
        machine();
        monitor();
        console();
        kernel();
        entropy();
        guestChannels();
        words.addAll(QemuDevices.of(spec, attachments));
        return new CommandLine(words);
    }

    private void machine() {
        add("-nodefaults", "-no-user-config");
        add("-name", QemuOption.escape(spec.name()));
        add("-machine", machine.machine() + interrupts() + (attachments.shareMemory() ? ",memory-backend=ram" : ""));
        add("-accel", accelerator());
        add("-cpu", cpu());
        add("-smp", Integer.toString(spec.cpus()));
        add("-m", spec.memoryMib() + "M");
        if (attachments.shareMemory()) {
            add("-object", "memory-backend-memfd,id=ram,size=" + spec.memoryMib() + "M,share=on");
        }
        if (!spec.equipment().window()) {
            add("-display", "none");
        }
    }

    /// Old versions have no processor `host` on Windows. Newer ones do not boot there with `max`.
    private String cpu() {
        return old && accelerator == Accelerator.WHPX ? "max" : machine.cpu(accelerator);
    }

    /// The usual interrupt controller of arm64, GICv2, knows 8 processors.
    private String interrupts() {
        return spec.arch() == Arch.ARM64 && spec.cpus() > 8 ? ",gic-version=max" : "";
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
        if (pidFile.isPresent()) {
            add("-daemonize", "-pidfile", pidFile.get().toString());
        } else {
            add("-S");
        }
    }

    private void console() {
        String log = ",logfile="
                + QemuOption.escape(spec.consoleLog().toAbsolutePath().toString()) + ",logappend=off";
        socket("con", channels.console() + (pidFile.isPresent() ? log : ""));
        words.addAll(machine.console(spec.arch(), "con"));
    }

    private void kernel() {
        switch (spec.media()) {
            case BootMedia.KernelInitrd media -> {
                add("-kernel", media.kernel().toString());
                media.initrd().ifPresent(initrd -> add("-initrd", initrd.toString()));
                cmdline(media.cmdline());
            }
            case BootMedia.KernelRoot media -> {
                add("-kernel", media.kernel().toString());
                // The first virtio disk; what the composition itself says about its root stands behind.
                cmdline("root=/dev/vda " + media.cmdline());
            }
            case BootMedia.DiskImage media -> {
                // The firmware boots it.
            }
            case BootMedia.Cd media -> {
                // As a disk.
            }
        }
    }

    private void cmdline(String composition) {
        add(
                "-append",
                KernelCmdline.of(
                        composition, machine.consoleDevice(), machine.cmdline(accelerator), spec.extraCmdline()));
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

    /// A client: the listening side is ours and exists before QEMU starts. But a detached machine waits for nobody.
    private void socket(String id, String address) {
        add(
                "-chardev",
                "socket,id=" + id + "," + address + (pidFile.isPresent() ? ",server=on,wait=off" : ",server=off"));
    }

    private void add(String... more) {
        words.addAll(List.of(more));
    }
}
