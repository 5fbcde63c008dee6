package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.Contents.Program;
import dev.lamina.assembler.catalogue.Contents.Slice;
import dev.lamina.assembler.io.Once;
import dev.lamina.assembler.io.Parallel;
import dev.lamina.assembler.io.Storage.IoCall;
import dev.lamina.assembler.packages.ObtainedPackage;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Unpacked packages, each unpacked once: undoing their compression is most of the work of making an image.
final class PackageContents implements Closeable {
    private final Path temporary;
    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private final Once<Digest, PackageContent> unpacked = new Once<>();
    private final Map<Digest, PackageContent> open = new ConcurrentHashMap<>();

    /// @param temporary the folder for what is unpacked
    PackageContents(Catalogue catalogue, Path temporary) {
        this.temporary = temporary;
        catalogue.layers().forEach(layer -> addWanted(layer.contents()));
        catalogue.components().forEach(component -> addWanted(component.contents()));
    }

    private void addWanted(Contents contents) {
        contents.joined().forEach(joined -> folders.add(joined.prefix()));
        for (Slice slice : contents.slices()) {
            files.add(slice.file());
            folders.add(slice.prefix());
        }
        for (Program program : contents.programs()) {
            files.add(GuestLayout.merged(program.from().substring(1)));
        }
    }

    /// Whether anything in the catalogue may take that file from a package.
    private boolean isWanted(String path) {
        return files.contains(path)
                || folders.stream().anyMatch(path::startsWith)
                || GuestLayout.isLibrary(path)
                || path.startsWith("boot/vmlinu")
                || path.startsWith("boot/config-")
                || path.startsWith("usr/lib/modules/");
    }

    List<PackageContent> get(List<ObtainedPackage> packages, Reporter.Step step) throws IOException {
        List<IoCall<PackageContent>> work = new ArrayList<>();
        for (ObtainedPackage obtained : packages) {
            work.add(() -> get(obtained, step));
        }
        return Parallel.run(work);
    }

    private PackageContent get(ObtainedPackage obtained, Reporter.Step step) throws IOException {
        Digest key = obtained.actual().sha256();
        PackageContent known = open.get(key);
        if (known != null && !known.isOpen()) {
            forget(obtained);
        }
        return unpacked.get(key, () -> {
            PackageContent content = PackageContent.unpack(obtained, this::isWanted, temporary, step);
            open.put(key, content);
            return content;
        });
    }

    /// Gives the room back that a package takes.
    void forget(ObtainedPackage obtained) throws IOException {
        Digest key = obtained.actual().sha256();
        unpacked.forget(key);
        PackageContent content = open.remove(key);
        if (content != null) {
            content.close();
        }
    }

    @Override
    public void close() throws IOException {
        for (Map.Entry<Digest, PackageContent> entry : open.entrySet()) {
            unpacked.forget(entry.getKey());
            entry.getValue().close();
        }
        open.clear();
    }
}
