package dev.lamina.app.operation;

import dev.lamina.assembler.fs.iso.IsoWriter;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes the CD that tells a system at its boot what it is to do: LinuxKit's, with one file `config`, or cloud-init's
/// "NoCloud", with `user-data` and `meta-data`.
public final class CreateMetadata {
    /// What is on it may be a secret of the machine that reads it.
    private static final int MODE = 0600;

    /// The label by which cloud-init, LinuxKit and Lamina find such a file system on a disk too.
    public static final String LABEL = "cidata";

    /// @param label of the file system
    /// @param files contents by name
    /// @throws dev.lamina.model.problem.InputException the label is none
    public void create(Path image, String label, Map<String, ByteSource> files) {
        SortedMap<String, ByteSource> sorted = new TreeMap<>(files);
        EntrySource tree = sink -> {
            for (Map.Entry<String, ByteSource> file : sorted.entrySet()) {
                try (InputStream content = file.getValue().open()) {
                    sink.accept(
                            TreeEntry.file(file.getKey(), MODE, file.getValue().size()), content);
                }
            }
        };
        refuseFolder(image);
        try (AtomicFile out = AtomicFile.beside(image)) {
            IsoWriter.write(tree, label, out.output());
            out.publish(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseFolder(Path image) {
        if (Files.isDirectory(image)) {
            throw new InputException("cannot write " + image + ": it is a folder", "name a file, e.g. config.iso");
        }
        Path folder = image.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new InputException(
                    "cannot write " + image + ": there is no folder " + folder, "make the folder first");
        }
    }
}
