package dev.lamina.vmlaunch.vfkit;

import dev.lamina.model.BootMedia;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.guest.ConsoleEvents;
import dev.lamina.vmlaunch.host.KernelCmdline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Writes vfkit's command line for a specification. Pure: same specification, same words.
///
/// vfkit splits its options at commas. Of those only the kernel's command line may have some, because it is
/// quoted; the paths come from outside without.
final class VfkitCommand {
    /// The only port of Apple's virtual machines is a virtio console.
    private static final String CONSOLE = "hvc0";

    private final VmSpec spec;
    private final UnaryOperator<Path> plain;
    private final List<String> words = new ArrayList<>();

    private VfkitCommand(VmSpec spec, UnaryOperator<Path> plain) {
        this.spec = spec;
        this.plain = plain;
    }

    /// @param socket where vfkit listens for requests
    /// @param plain gives paths without commas
    static CommandLine of(String program, VmSpec spec, Path socket, UnaryOperator<Path> plain) {
        VfkitCommand command = new VfkitCommand(spec, plain);
        command.add(program, "--restful-uri", "unix://" + socket);
        command.machine();
        return new CommandLine(command.words);
    }

    private void machine() {
        add("--cpus", Integer.toString(spec.cpus()));
        add("--memory", Long.toString(spec.memoryMib()));
        bootloader();
        device("virtio-serial,pty");
        device("virtio-rng");
        network();
        media();
        spec.disks().forEach(this::disk);
        spec.equipment().cds().forEach(this::cd);
        shares();
    }

    private void bootloader() {
        switch (spec.media()) {
            case BootMedia.KernelInitrd media -> {
                String initrd =
                        media.initrd().map(file -> ",initrd=" + path(file)).orElse("");
                linux(media.kernel(), initrd, media.cmdline());
            }
            // The first virtio disk; what the composition itself says about its root stands behind.
            case BootMedia.KernelRoot media -> linux(media.kernel(), "", "root=/dev/vda " + media.cmdline());
            case BootMedia.DiskImage media -> efi();
            case BootMedia.Cd media -> efi();
        }
    }

    private void linux(Path kernel, String initrd, String composition) {
        String cmdline = KernelCmdline.of(composition, CONSOLE, ConsoleEvents.CMDLINE, spec.extraCmdline());
        add("--bootloader", "linux,kernel=" + path(kernel) + initrd + ",cmdline=\"" + cmdline + "\"");
    }

    private void efi() {
        Path store = plain.apply(spec.stateDir()).resolve("efi-variables");
        add("--bootloader", "efi,variable-store=" + store + ",create");
    }

    private void network() {
        String mac = spec.equipment().mac().map(address -> ",mac=" + address).orElse("");
        switch (spec.equipment().network()) {
            case Network.User user -> device("virtio-net,nat" + mac);
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
            case BootMedia.KernelRoot media -> device("virtio-blk,path=" + path(media.root()));
            case BootMedia.DiskImage media -> device("virtio-blk,path=" + path(media.file()));
            case BootMedia.Cd media -> cd(media.file());
        }
    }

    private void disk(Disk disk) {
        device("virtio-blk,path=" + path(disk.file()));
    }

    private void cd(Path file) {
        device("usb-mass-storage,path=" + path(file) + ",readonly");
    }

    private void shares() {
        List<Path> shares = spec.equipment().shares();
        for (int i = 0; i < shares.size(); i++) {
            device("virtio-fs,sharedDir=" + path(shares.get(i)) + ",mountTag=virtiofs" + i);
        }
    }

    private String path(Path file) {
        return plain.apply(file).toString();
    }

    private void device(String device) {
        add("--device", device);
    }

    private void add(String... more) {
        words.addAll(List.of(more));
    }
}
