package dev.lamina.app.studio.build;

import dev.lamina.assembler.listing.ListedFile;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.size.SizeTree;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.value.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Systems for tests, as listings.
final class Trees {
    private static final int FILE_MODE = 0644;

    private Trees() {}

    /// @param content files with the same are duplicates
    static ListedFile file(String component, String path, long size, long stored, int content) {
        return new ListedFile(
                path, component, Kind.FILE, FILE_MODE, 0, 0, 0, size, stored, "", Optional.of(digest(content)));
    }

    /// A file whose content no other has.
    static ListedFile file(String component, String path, long stored) {
        return file(component, path, stored * 2, stored, path.hashCode());
    }

    private static Digest digest(int content) {
        return Digest.parse(String.format("sha256:%064x", Integer.toUnsignedLong(content)));
    }

    static SystemListing listing(ListedFile... files) {
        return listing(List.of(files));
    }

    static SystemListing listing(List<ListedFile> files) {
        return SystemListing.of(files, Map.of(), 0, false);
    }

    static SizeTree tree(ListedFile... files) {
        return SizeTree.of(listing(files));
    }

    /// A system with files of all sizes in twelve components.
    static SystemListing random(int files) {
        Random random = new Random(files);
        List<ListedFile> all = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            String component = "services s" + i % 12;
            String path = "containers/services/s" + i % 12 + "/lower/d" + random.nextInt(40) + "/e" + random.nextInt(20)
                    + "/f" + i;
            long size = (long) Math.exp(random.nextDouble() * 14);
            all.add(file(component, path, size * 2, size, random.nextInt(files)));
        }
        return listing(all);
    }
}
