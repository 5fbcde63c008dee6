package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The folder that a machine's firmware boots a kernel from: links to the files where they can be made, else copies.
final class BootFolder {
    private BootFolder() {}

    static void fill(Path folder, BootMedia.KernelInitrd media) throws IOException {
        Files.createDirectories(folder);
        put(media.kernel(), folder.resolve(MachineDocument.KERNEL));
        if (media.initrd().isPresent()) {
            put(media.initrd().get(), folder.resolve(MachineDocument.INITRD));
        }
    }

    private static void put(Path file, Path place) throws IOException {
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
