package dev.lamina.app.studio.drop;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Offer;
import dev.lamina.app.studio.session.PlainOffers;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Decides what becomes of what is dropped. Looks at the beginnings of files only, and at the names in folders.
public final class DropReader {
    private static final Texts TEXTS = Texts.of(DropReader.class);

    /// More at once is a mistake of the hand.
    private static final int MOST_AT_ONCE = 50;

    /// Files of one folder that become entries of `files`.
    private static final int MOST_IN_FOLDER = 200;

    /// What lies deeper is not looked for.
    private static final int DEEPEST = 8;

    /// They are in memory while the system runs.
    private static final long LARGEST = 256L << 20;

    private static final Pattern YAML = Pattern.compile(".*\\.ya?ml");
    private static final Pattern KERNEL_NAME =
            Pattern.compile("(vmlinuz|bzimage|vmlinux)([.-].*)?|image(\\.gz)?|kernel");

    private final FileOffers files;

    /// @param home of the user, which documents call `~`
    public DropReader(Path home) {
        this.files = new FileOffers(home);
    }

    /// One answer for each file or folder; when there are too many, one for all.
    List<Dropped> files(List<Path> dropped) {
        if (dropped.size() > MOST_AT_ONCE) {
            return List.of(new Dropped.Refused(TEXTS.get("refused.many", dropped.size(), MOST_AT_ONCE)));
        }
        return dropped.stream().map(this::file).toList();
    }

    /// A text: the name of an image, or a path.
    Dropped text(String text) {
        String word = text.strip();
        Optional<Offer> image = PlainOffers.isSurelyImage(word) ? PlainOffers.image(word) : Optional.empty();
        return image.<Dropped>map(offer -> new Dropped.Components(TEXTS.get("adds.image", word), List.of(offer)))
                .orElseGet(() -> new Dropped.Refused(TEXTS.get("refused.text")));
    }

    private Dropped file(Path file) {
        String name = name(file);
        try {
            if (Files.isDirectory(file)) {
                return folder(file, name);
            }
            if (!Files.isRegularFile(file)) {
                return new Dropped.Refused(TEXTS.get("refused.special", name));
            }
            return regular(file, name, FileHead.of(file));
        } catch (IOException e) {
            return new Dropped.Refused(TEXTS.get("refused.unreadable", name, String.valueOf(e.getMessage())));
        }
    }

    private static String name(Path file) {
        return Optional.ofNullable(file.getFileName()).map(Path::toString).orElseGet(file::toString);
    }

    private Dropped regular(Path file, String name, FileHead head) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (YAML.matcher(lower).matches() && head.isComposition()) {
            return new Dropped.Document(file);
        }
        if (head.isImageArchive()) {
            return new Dropped.Images(file);
        }
        Optional<Arch> kernel = head.kernel();
        if (kernel.isPresent()) {
            return new Dropped.Kernel(file, kernel.get());
        }
        if (KERNEL_NAME.matcher(lower).matches()) {
            return new Dropped.Refused(TEXTS.get(head.isElf() ? "refused.elf" : "refused.kernel", name));
        }
        long size = Files.size(file);
        if (size > LARGEST) {
            return new Dropped.Refused(TEXTS.get("refused.large", name, size >> 20, LARGEST >> 20));
        }
        String target = FileOffers.target(file);
        return new Dropped.Components(TEXTS.get("adds.file", name, target), List.of(files.offer(file, target)));
    }

    private Dropped folder(Path folder, String name) throws IOException {
        if (Files.isRegularFile(folder.resolve("oci-layout")) || isLayout(folder)) {
            return new Dropped.Images(folder);
        }
        List<Path> found = inside(folder);
        if (found.stream().anyMatch(path -> !isFile(path))) {
            return new Dropped.Refused(TEXTS.get("refused.deep", name, DEEPEST));
        }
        List<Offer> offers = new ArrayList<>();
        long size = 0;
        for (Path file : found) {
            offers.add(files.offer(file, "/etc/" + name + "/" + FileOffers.slashes(folder.relativize(file))));
            size += Files.size(file);
        }
        return added(name, offers, size);
    }

    /// The files of a folder, one more than may be taken at the most, and folders that are too deep to be
    /// looked into.
    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder, DEEPEST)) {
            return inside.filter(path -> isFile(path) || isFolder(path) && depth(folder, path) == DEEPEST)
                    .limit(MOST_IN_FOLDER + 1L)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static int depth(Path folder, Path path) {
        return folder.relativize(path).getNameCount();
    }

    /// Links are not followed: they may lead anywhere.
    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isLayout(Path folder) {
        return Files.isRegularFile(folder.resolve("index.json")) && Files.isDirectory(folder.resolve("blobs"));
    }

    private static Dropped added(String name, List<Offer> offers, long size) {
        if (offers.isEmpty()) {
            return new Dropped.Refused(TEXTS.get("refused.empty", name));
        }
        if (offers.size() > MOST_IN_FOLDER) {
            return new Dropped.Refused(TEXTS.get("refused.folder", name, MOST_IN_FOLDER));
        }
        if (size > LARGEST) {
            return new Dropped.Refused(TEXTS.get("refused.large", name, size >> 20, LARGEST >> 20));
        }
        return new Dropped.Components(TEXTS.get("adds.folder", name, offers.size()), offers);
    }
}
