package dev.lamina.app.operation;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.GuestMemory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// How much memory a machine needs to unpack its initrd, found by unpacking it to nowhere.
final class MemoryForecast {
    /// No machine has room for more.
    private static final long MOST = 1L << 40;

    private MemoryForecast() {}

    /// In bytes; a lower bound.
    static long of(BootMedia media, Reporter reporter) throws IOException {
        return switch (media) {
            case BootMedia.KernelInitrd direct ->
                direct.initrd().isPresent() ? ofInitrd(direct.initrd().get(), reporter) : 0;
            // What a disk or a CD loads is its own affair.
            case BootMedia.KernelRoot root -> 0;
            case BootMedia.DiskImage disk -> 0;
            case BootMedia.Cd cd -> 0;
        };
    }

    private static long ofInitrd(Path initrd, Reporter reporter) throws IOException {
        long size = Files.size(initrd);
        OptionalLong unpacked = OptionalLong.of(unpacked(initrd, reporter));
        return Math.max(GuestMemory.minimum(size, unpacked), GuestMemory.minimum(size, OptionalLong.empty()));
    }

    private static long unpacked(Path initrd, Reporter reporter) {
        long count = 0;
        try (InputStream file = Files.newInputStream(initrd)) {
            InputStream in = Compression.decompress(file, MOST);
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                reporter.checkCancelled();
                count += read;
            }
        } catch (IOException e) {
            // What was counted so far is less than the truth, which a lower bound may be.
            return count;
        }
        return count;
    }
}
