package dev.lamina.assembler.size;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.cpio.CpioReader;
import dev.lamina.assembler.io.CountingInputStream;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.problem.InputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The sizes of a built kernel and initial ramdisk, by the places of the files: the composition is not known.
public final class RamdiskSizes {
    private RamdiskSizes() {}

    public static SizeReport of(Path kernel, Path ramdisk) throws IOException {
        Tally tally = new Tally();
        if (Files.isRegularFile(kernel)) {
            tally.add("kernel", Files.size(kernel));
        }
        Tally.Part part = new Tally.Part();
        long microcode;
        try (Counted in = new Counted(new BufferedInputStream(Files.newInputStream(ramdisk), 1 << 16))) {
            microcode = skipUncompressed(in);
            new CpioReader(Compression.decompress(in)).streamTo((entry, content) -> {
                if (entry.kind() == Kind.FILE) {
                    part.add(component(entry.path()), entry.size());
                }
            });
        } catch (IOException e) {
            throw new InputException(
                    ramdisk + " is not a ramdisk that Lamina built: " + e.getMessage(),
                    "give a YAML file, or the first part of the names that 'lamina build' wrote",
                    e);
        }
        if (microcode > 0) {
            tally.add("kernel (microcode)", microcode);
        }
        tally.add(part, Files.size(ramdisk) - microcode);
        return tally.report();
    }

    /// Microcode comes first, and not compressed.
    private static long skipUncompressed(Counted in) throws IOException {
        for (int next = in.peek(); next == 0 || next == '0'; next = in.peek()) {
            if (next == 0) {
                in.skipNBytes(1);
            } else {
                new CpioReader(in).streamOne((entry, content) -> {});
            }
        }
        if (in.peek() < 0) {
            throw new IOException("nothing in it is compressed");
        }
        return in.count();
    }

    private static final class Counted extends CountingInputStream {
        Counted(BufferedInputStream in) {
            super(in);
        }

        int peek() throws IOException {
            in.mark(1);
            int next = in.read();
            in.reset();
            return next;
        }
    }

    private static String component(String path) {
        String[] names = path.split("/");
        if (names.length > 2 && names[0].equals("containers")) {
            return names[1].equals("layers") ? "shared by containers" : names[1] + " " + name(names[1], names[2]);
        }
        return path.startsWith("lib/modules/") ? "kernel (modules)" : "init and files";
    }

    /// Without the number that orders `onboot` and `onshutdown`.
    private static String name(String section, String folder) {
        return section.startsWith("on") ? folder.replaceFirst("^[0-9]{3}-", "") : folder;
    }
}
