package dev.lamina.assembler.listing;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.cpio.CpioReader;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.io.DigestingInputStream;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The listings of what was built, by Lamina or by LinuxKit. Archives are read once, front to back; contents are hashed
/// and dropped.
public final class BuiltListing {
    /// Kernels take a few KiB at most.
    private static final int LONGEST_CMDLINE = 64 * 1024;

    private static final String MICROCODE = "boot/ucode.cpio";
    private static final String HINT = "give a YAML file, or the first part of the names that 'lamina build' wrote";

    private final Reporter reporter;

    public BuiltListing(Reporter reporter) {
        this.reporter = reporter;
    }

    /// A kernel with an initial ramdisk. The components are told from the places of the files.
    ///
    /// @param kernel empty when there is none
    /// @param cmdline the file with the kernel's command line; empty when there is none
    public SystemListing ramdisk(Optional<Path> kernel, Path ramdisk, Optional<Path> cmdline) throws IOException {
        List<ListedFile> beside = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        if (kernel.isPresent()) {
            beside.add(beside("boot/kernel", kernel.get()));
        }
        if (cmdline.isPresent()) {
            beside.add(beside(SystemListing.COMMAND_LINE, cmdline.get()));
            try (InputStream in = Files.newInputStream(cmdline.get())) {
                String text = new String(in.readNBytes(LONGEST_CMDLINE), StandardCharsets.UTF_8);
                texts.put(SystemListing.COMMAND_LINE, text);
            }
        }
        return ramdisk(ramdisk, beside, texts);
    }

    private ListedFile beside(String path, Path file) throws IOException {
        try (Reporter.Step step = reporter.begin("reading " + file.getFileName(), Files.size(file));
                DigestingInputStream in =
                        new DigestingInputStream(new ReportedInput(Files.newInputStream(file), step))) {
            Streams.drain(in);
            return beside(path, in.count(), in.digest());
        }
    }

    private static ListedFile beside(String path, long size, Digest digest) {
        return Entries.listed(TreeEntry.file(path, 0644, size), Places.component(path), size, Optional.of(digest));
    }

    private SystemListing ramdisk(Path ramdisk, List<ListedFile> beside, Map<String, String> texts) throws IOException {
        try (Reporter.Step step = reporter.begin("reading " + ramdisk.getFileName());
                InputStream in = Files.newInputStream(ramdisk)) {
            ArchiveFiles files = new ArchiveFiles(step);
            long microcode = addRamdisk(in, files, beside);
            return files.listing(Files.size(ramdisk) - microcode, beside, texts, true);
        } catch (IOException e) {
            throw new InputException(ramdisk + " is not a ramdisk that Lamina built: " + e.getMessage(), HINT, e);
        }
    }

    /// @return the bytes of the microcode before it, which is added to `beside`
    private static long addRamdisk(InputStream ramdisk, ArchiveFiles files, List<ListedFile> beside)
            throws IOException {
        RamdiskInput in = new RamdiskInput(ramdisk);
        long microcode = in.skipUncompressed();
        if (microcode > 0) {
            beside.add(beside(MICROCODE, microcode, in.digest()));
        }
        new CpioReader(Compression.decompress(in))
                .streamTo((entry, content) -> files.add(entry, Places.component(entry.path()), content));
        return microcode;
    }

    /// A tar with `kernel`, `initrd.img`, `cmdline` and `ucode.cpio` in it.
    public SystemListing bootTar(Path tar) throws IOException {
        List<ListedFile> beside = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        long[] ramdisk = {0};
        try (Reporter.Step step = reporter.begin("reading " + tar.getFileName());
                InputStream in = new BufferedInputStream(Files.newInputStream(tar))) {
            ArchiveFiles files = new ArchiveFiles(step);
            new TarReader(in, tar.toString()).streamTo((entry, content) -> {
                if (entry.path().equals("initrd.img")) {
                    ramdisk[0] = entry.size() - addRamdisk(content, files, beside);
                } else if (entry.path().equals("cmdline")) {
                    byte[] text = content.readNBytes(LONGEST_CMDLINE);
                    texts.put(SystemListing.COMMAND_LINE, new String(text, StandardCharsets.UTF_8));
                    beside.add(beside(SystemListing.COMMAND_LINE, entry.size(), Hashing.digest(text)));
                } else {
                    DigestingInputStream hashed = new DigestingInputStream(new ReportedInput(content, step));
                    Streams.drain(hashed);
                    beside.add(beside("boot/" + entry.path(), hashed.count(), hashed.digest()));
                }
            });
            return files.listing(ramdisk[0], beside, texts, true);
        } catch (IOException | InputException e) {
            throw new InputException(tar + " is not a tar of kernel and ramdisk: " + e.getMessage(), HINT, e);
        }
    }

    /// The tar of a whole system, compressed or not. Lamina's and LinuxKit's say which component each entry is of.
    public SystemListing tar(Path tar) throws IOException {
        try (Reporter.Step step = reporter.begin("reading " + tar.getFileName());
                InputStream in = Compression.decompress(new BufferedInputStream(Files.newInputStream(tar)))) {
            ArchiveFiles files = new ArchiveFiles(step);
            boolean[] told = {false};
            new TarReader(in, tar.toString()).streamTo((entry, records, content) -> {
                Optional<String> component = ComponentNames.ofRecords(entry.path(), records);
                told[0] |= component.isPresent();
                files.add(entry, component.orElseGet(() -> Places.component(entry.path())), content);
            });
            files.addParents();
            return files.listing(Files.size(tar), List.of(), Map.of(), !told[0]);
        } catch (IOException | InputException e) {
            throw new InputException(tar + " is neither a ramdisk nor a tar of a system: " + e.getMessage(), HINT, e);
        }
    }
}
