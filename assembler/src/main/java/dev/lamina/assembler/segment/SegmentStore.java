package dev.lamina.assembler.segment;

import dev.lamina.assembler.fs.compress.ZstdOutput;
import dev.lamina.assembler.fs.cpio.CpioWriter;
import dev.lamina.assembler.fs.cpio.HardLinks;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.CountingOutputStream;
import dev.lamina.assembler.io.NotWritableException;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.io.UnclosedOutput;
import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// Compressed segments by their keys, so that an unchanged one is copied instead of made. They appear whole or not at
/// all, are checked when they are read, and can be used by several processes at once.
public final class SegmentStore {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int SHORT_KEY = 12;

    private final Path folder;

    private SegmentStore(Path folder) {
        this.folder = folder;
    }

    public static SegmentStore open(Path folder) throws IOException {
        Storage.createFolder(folder);
        AtomicFile.removeAbandoned(folder);
        return new SegmentStore(folder);
    }

    private Path file(Digest key) {
        return folder.resolve(key.hex());
    }

    /// The facts about a kept segment; its bytes are not checked here.
    public Optional<SegmentFooter> find(Digest key) throws IOException {
        try (SeekableByteChannel in = Files.newByteChannel(file(key))) {
            long size = in.size() - SegmentFooter.BYTES;
            if (size < 0) {
                return Optional.empty();
            }
            in.position(size);
            byte[] footer = Channels.newInputStream(in).readNBytes(SegmentFooter.BYTES);
            return SegmentFooter.decode(footer).filter(found -> found.size() == size);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Makes a segment and keeps it.
    public void make(SegmentPlan plan, Reporter reporter) throws IOException {
        try (Reporter.Step step = reporter.begin("compressing " + plan.label(), plan.contentBytes());
                AtomicFile file = AtomicFile.in(folder)) {
            CRC32C checksum = new CRC32C();
            CountingOutputStream compressed =
                    new CountingOutputStream(new CheckedOutputStream(new UnclosedOutput(file.output()), checksum));
            CountingOutputStream archive = new CountingOutputStream(
                    new ZstdOutput(compressed, plan.level().zstd()));
            try (archive) {
                writeArchive(plan, archive, step);
            }
            SegmentFooter footer = new SegmentFooter(compressed.count(), archive.count(), checksum.getValue());
            file.output().write(footer.encode());
            publish(file, plan.key());
        }
    }

    /// Windows does not replace a file that someone reads. Then another process was faster, with the same bytes.
    private void publish(AtomicFile file, Digest key) throws IOException {
        try {
            file.publishUnforced(file(key));
        } catch (NotWritableException e) {
            if (find(key).isEmpty()) {
                throw e;
            }
        }
    }

    private static void writeArchive(SegmentPlan plan, OutputStream out, Reporter.Step step) throws IOException {
        HardLinks links =
                HardLinks.of(plan.group().nodes().stream().map(Node::entry).toList());
        CpioWriter writer = new CpioWriter(out, links);
        plan.group().streamTo((node, content) -> {
            writer.accept(node.entry(), new ReportedInput(content, step));
        });
        writer.finish();
    }

    /// Copies a segment.
    ///
    /// @throws DamagedSegmentException it is not there or was changed; it is removed, so that it can be made again
    public void copy(Digest key, OutputStream out, Reporter.Step step) throws IOException {
        SegmentFooter footer = find(key).orElseThrow(() -> damaged(key));
        try (InputStream file = new BufferedInputStream(Files.newInputStream(file(key)), 1 << 16)) {
            CheckedInputStream content = new CheckedInputStream(file, new CRC32C());
            Streams.copyExactly(new ReportedInput(content, step), out, footer.size());
            if (content.getChecksum().getValue() != footer.checksum()) {
                throw damaged(key);
            }
        } catch (NoSuchFileException | EOFException e) {
            throw damaged(key);
        }
        touch(key);
    }

    /// Removes the segment if it is damaged.
    public void check(Digest key, Reporter reporter) throws IOException {
        try (Reporter.Step step = reporter.begin("checking " + key.hex().substring(0, SHORT_KEY))) {
            copy(key, OutputStream.nullOutputStream(), step);
        } catch (DamagedSegmentException e) {
            // it is removed by now
        }
    }

    private DamagedSegmentException damaged(Digest key) {
        removeQuietly(file(key)); // should it stay, whoever makes it again replaces it
        return new DamagedSegmentException(file(key));
    }

    /// The time of the last use decides what goes first when room is made.
    private void touch(Digest key) {
        try {
            Files.setLastModifiedTime(file(key), FileTime.from(Instant.now()));
        } catch (IOException e) {
            // somebody else may have removed it; the copy is made
        }
    }

    /// Removes the segments that were not used for longest, until no more than `maxBytes` are left. What cannot be
    /// removed stays for the next time.
    public void prune(long maxBytes) throws IOException {
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(SegmentStore::isSegment).forEach(file -> Kept.of(file).ifPresent(kept::add));
        }
        kept.sort(Comparator.comparing(Kept::used).reversed());
        long total = 0;
        for (Kept segment : kept) {
            total += segment.size();
            if (total > maxBytes) {
                removeQuietly(segment.file());
            }
        }
    }

    /// Segments on their way have other names.
    private static boolean isSegment(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches() && Files.isRegularFile(file);
    }

    private static void removeQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Windows, while another process reads it; or it is not ours. It can be made again or stay.
        }
    }

    private record Kept(Path file, long size, FileTime used) {
        static Optional<Kept> of(Path file) {
            try {
                return Optional.of(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }
}
