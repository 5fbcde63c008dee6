package dev.lamina.app.operation;

import dev.lamina.assembler.fs.qcow2.EmptyQcow2;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ByteSize;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the disks of a machine, and makes those that are not there. What is there is never changed here.
final class DiskFiles {
    private final Path directory;
    private final Path machine;
    private final Reporter reporter;
    private final List<Path> made = new ArrayList<>();

    /// @param directory relative paths start here
    /// @param machine the folder of disks without a path
    DiskFiles(Path directory, Path machine, Reporter reporter) {
        this.directory = directory;
        this.machine = machine;
        this.reporter = reporter;
    }

    List<Disk> provide(List<DiskRequest> requests) throws IOException {
        List<Disk> disks = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            disks.add(provide(named(requests.get(i), i)));
        }
        return disks;
    }

    /// A disk of a machine.
    ///
    /// @param shown its name as the user knows it
    private record Wish(String shown, Path file, Optional<ByteSize> size, Optional<DiskFormat> format) {}

    /// Disks without a path have LinuxKit's names: `disk.img`, `disk1.img`, …
    private Wish named(DiskRequest request, int index) {
        String own = "disk" + (index == 0 ? "" : index) + ".img";
        Path file = request.file().map(name -> GivenPath.of(name, directory)).orElse(machine.resolve(own));
        return new Wish(request.file().orElse(file.toString()), file, request.size(), request.format());
    }

    private Disk provide(Wish request) throws IOException {
        Path file = request.file();
        DiskFormat format = request.format()
                .or(() -> DiskFormat.ofFileName(request.shown()))
                .orElse(DiskFormat.RAW);
        if (Files.exists(file)) {
            checkFormat(request, file, format);
            noteSize(request, file, format);
        } else {
            make(request, file, format);
        }
        return new Disk(file, format, false);
    }

    /// A qcow2 is one by its name or by the request alone, see [FirstBytes#areOfQcow2].
    private static void checkFormat(Wish request, Path file, DiskFormat format) throws IOException {
        if (request.format().isEmpty() && format == DiskFormat.RAW && Files.isRegularFile(file) && isQcow2(file)) {
            throw new InputException(
                    "the disk " + request.shown() + " looks like qcow2, but its name does not end in .qcow2",
                    "add ,format=qcow2 or ,format=raw");
        }
    }

    private static boolean isQcow2(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return FirstBytes.areOfQcow2(in.readNBytes(FirstBytes.QCOW2));
        }
    }

    private void noteSize(Wish request, Path file, DiskFormat format) throws IOException {
        long size = Files.size(file);
        boolean other = request.size().map(wish -> wish.bytes() != size).orElse(false);
        if (other && format == DiskFormat.RAW && Files.isRegularFile(file)) {
            reporter.note("the disk " + request.shown() + " stays as it is, with " + new ByteSize(size));
        }
    }

    private void make(Wish request, Path file, DiskFormat format) throws IOException {
        ByteSize size = request.size()
                .orElseThrow(() -> new InputException(
                        "there is no disk " + request.shown(),
                        "give its size to make it: --disk " + request.shown() + ",size=1G"));
        if (format != DiskFormat.RAW && format != DiskFormat.QCOW2) {
            throw new InputException(
                    "there is no disk " + request.shown() + ", and this version makes raw and qcow2 disks only",
                    "make it with: qemu-img create -f " + format.qemuName() + " " + request.shown() + " "
                            + size.exact());
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InputException("there is no folder for the disk " + request.shown(), "make the folder first");
        }
        if (format == DiskFormat.QCOW2) {
            Storage.writing(file, () -> makeQcow2(request, file, size.bytes()));
        } else {
            Storage.writing(file, () -> makeSparse(file, size.bytes()));
        }
    }

    private void makeQcow2(Wish request, Path file, long size) throws IOException {
        if (size > EmptyQcow2.LARGEST) {
            throw new InputException("the disk " + request.shown() + " is to be larger than 1 PiB", null);
        }
        EmptyQcow2.create(file, size);
        made.add(file);
    }

    private void makeSparse(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            made.add(file);
            channel.write(ByteBuffer.wrap(new byte[1]), size - 1);
        }
    }

    /// Removes the disks that were made here, for a start that failed.
    void discard() throws IOException {
        for (Path file : made) {
            Files.deleteIfExists(file);
        }
    }
}
