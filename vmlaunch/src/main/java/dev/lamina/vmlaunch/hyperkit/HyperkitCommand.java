package dev.lamina.vmlaunch.hyperkit;

import dev.lamina.model.BootMedia;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.guest.ConsoleEvents;
import dev.lamina.vmlaunch.host.KernelCmdline;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Writes HyperKit's command line for a specification. Pure: same specification, same words.
///
/// HyperKit splits its options at commas; the paths come from outside without any. What follows the third
/// comma of `-f` is the kernel's command line, which may have some.
final class HyperkitCommand {
    /// In the machine's folder: where HyperKit writes the name of the console's device.
    static final String TTY = "tty";

    /// In the machine's folder: the last 64 KiB of the console, as a ring padded with zeros.
    private static final String RING = "console-ring";

    private final VmSpec spec;
    private final boolean privileged;
    private final UnaryOperator<Path> plain;
    private final List<String> words = new ArrayList<>();
    private int slot = 1;

    private HyperkitCommand(VmSpec spec, boolean privileged, UnaryOperator<Path> plain) {
        this.spec = spec;
        this.privileged = privileged;
        this.plain = plain;
    }

    /// @param privileged HyperKit runs as root, to whom alone macOS gives a network card
    /// @param plain gives paths without commas
    static CommandLine of(String program, VmSpec spec, boolean privileged, UnaryOperator<Path> plain) {
        HyperkitCommand command = new HyperkitCommand(spec, privileged, plain);
        command.add(program);
        command.machine();
        return new CommandLine(command.words);
    }

    private void machine() {
        // Tables for ACPI, without which there is no power button, and a clock that shows UTC.
        add("-A", "-u");
        add("-c", Integer.toString(spec.cpus()));
        add("-m", spec.memoryMib() + "M");
        add("-U", uuid());
        add("-s", "0:0,hostbridge", "-s", "31,lpc");
        network();
        media();
        spec.disks().forEach(this::disk);
        spec.equipment().cds().forEach(this::cd);
        plug("virtio-rnd");
        console();
        firmware();
    }

    /// The same machine is given the same hardware address by macOS.
    private String uuid() {
        String identity = spec.name() + "\n" + spec.stateDir();
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void network() {
        switch (spec.equipment().network()) {
            case Network.User user -> {
                if (privileged) {
                    plug("virtio-net");
                }
            }
            case Network.None none -> {
                // No card.
            }
            case Network.Tap tap -> throw new IllegalArgumentException("not checked: " + tap);
            case Network.Bridge bridge -> throw new IllegalArgumentException("not checked: " + bridge);
        }
    }

    private void media() {
        switch (spec.media()) {
            case BootMedia.KernelInitrd media -> {
                // In memory.
            }
            case BootMedia.KernelRoot media -> plug("virtio-blk," + path(media.root()) + ",ro");
            case BootMedia.DiskImage media -> plug("virtio-blk," + path(media.file()));
            case BootMedia.Cd media -> cd(media.file());
        }
    }

    private void disk(Disk disk) {
        plug("virtio-blk," + path(disk.file()) + (disk.readOnly() ? ",ro" : ""));
    }

    private void cd(Path file) {
        plug("ahci-cd," + path(file));
    }

    private void console() {
        Path state = plain.apply(spec.stateDir());
        add("-l", "com1,autopty=" + state.resolve(TTY) + ",log=" + state.resolve(RING));
    }

    private void firmware() {
        switch (spec.media()) {
            case BootMedia.KernelInitrd media ->
                kexec(media.kernel(), media.initrd().map(this::path).orElse(""), media.cmdline());
            // The first virtio disk; what the composition itself says about its root stands behind.
            case BootMedia.KernelRoot media -> kexec(media.kernel(), "", "root=/dev/vda " + media.cmdline());
            case BootMedia.DiskImage media -> bootrom();
            case BootMedia.Cd media -> bootrom();
        }
    }

    private void kexec(Path kernel, String initrd, String composition) {
        String cmdline = KernelCmdline.of(
                composition, "ttyS0", "earlyprintk=serial " + ConsoleEvents.CMDLINE, spec.extraCmdline());
        add("-f", "kexec," + path(kernel) + "," + initrd + "," + cmdline);
    }

    private void bootrom() {
        Path code = spec.equipment()
                .uefi()
                .flatMap(uefi -> uefi.code())
                .orElseThrow(() -> new IllegalArgumentException("not checked: no firmware"));
        add("-f", "bootrom," + path(code) + ",,");
    }

    private String path(Path file) {
        return plain.apply(file).toString();
    }

    private void plug(String device) {
        add("-s", slot++ + ":0," + device);
    }

    private void add(String... more) {
        words.addAll(List.of(more));
    }
}
