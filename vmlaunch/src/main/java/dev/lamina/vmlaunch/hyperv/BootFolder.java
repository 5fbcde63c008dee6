package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.KernelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The folder that a machine's firmware boots a kernel from: links to the files where they can be made, else copies.
final class BootFolder {
    private BootFolder() {}

    static void fill(Path folder, BootMedia.KernelInitrd media) throws IOException {
        Files.createDirectories(folder);
        put(bootable(media, folder.resolve(MachineDocument.KERNEL)), folder.resolve(MachineDocument.KERNEL));
        if (media.initrd().isPresent()) {
            put(media.initrd().get(), folder.resolve(MachineDocument.INITRD));
        }
    }

    /// @param place where a packed kernel is unpacked to
    private static Path bootable(BootMedia.KernelInitrd media, Path place) throws IOException {
        Files.deleteIfExists(place);
        KernelFile kernel = KernelFile.read(media.kernel());
        boolean packed = !kernel.isEfi() && media.arch() == Arch.ARM64;
        Path file = packed ? kernel.arm64Image(place) : media.kernel();
        if (!KernelFile.read(file).isEfi()) {
            throw HypervLimits.lacks(
                    "cannot boot the kernel " + media.kernel() + ", which has no EFI stub",
                    "take a kernel with CONFIG_EFI_STUB, or --backend qemu");
        }
        return file;
    }

    private static void put(Path file, Path place) throws IOException {
        if (file.equals(place)) {
            return;
        }
        Files.deleteIfExists(place);
        try {
            Files.createLink(place, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void remove(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(MachineDocument.KERNEL));
        Files.deleteIfExists(folder.resolve(MachineDocument.INITRD));
        Files.deleteIfExists(folder);
    }
}
