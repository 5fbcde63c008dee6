package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Where the memory of a machine's snapshots is kept: in its folder, from start to start, as long as it is
/// the same machine with the same system. A new build, another size of memory or another device make those
/// of before worthless, and they go with the next start.
///
/// @param path may not exist
record SnapshotFile(Path path) {
    private static final String FILE = "snapshots.qcow2";
    private static final String OF = "snapshots.of";

    /// Of a machine that runs, whose log is in its folder.
    static SnapshotFile beside(Path consoleLog) {
        return new SnapshotFile(consoleLog.toAbsolutePath().resolveSibling(FILE));
    }

    /// Before a start: drops what another machine left there.
    static void prepare(VmSpec spec, Accelerator accelerator, QemuBinary qemu) {
        Path file = beside(spec.consoleLog()).path();
        Path of = file.resolveSibling(OF);
        try {
            String now = fingerprint(spec, accelerator, qemu);
            if (!Files.exists(of) || !Files.readString(of).equals(now)) {
                Files.deleteIfExists(file);
                Files.createDirectories(spec.stateDir());
                Files.writeString(of, now);
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the machine's folder " + spec.stateDir() + " cannot be written: " + e.getMessage(),
                    "check the permissions of the folder and the space on its disk",
                    e);
        }
    }

    private static String fingerprint(VmSpec spec, Accelerator accelerator, QemuBinary qemu) throws IOException {
        List<Object> parts = List.of(
                qemu.version(),
                accelerator,
                spec.cpus(),
                spec.memoryMib(),
                spec.disks(),
                spec.equipment(),
                spec.extraCmdline(),
                spec.media());
        StringBuilder text = new StringBuilder(parts.toString());
        for (Path file : files(spec.media()).toList()) {
            text.append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file));
        }
        return HexFormat.of().formatHex(Sha256.of(text.toString())) + "\n";
    }

    /// Of the disk that boots the guest changes the time and the size itself.
    private static Stream<Path> files(BootMedia media) {
        return switch (media) {
            case BootMedia.KernelInitrd direct -> Stream.concat(Stream.of(direct.kernel()), direct.initrd().stream());
            case BootMedia.KernelRoot direct -> Stream.of(direct.kernel(), direct.root());
            case BootMedia.DiskImage disk -> Stream.empty();
            case BootMedia.Cd cd -> Stream.of(cd.file());
        };
    }
}
