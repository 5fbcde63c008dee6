package dev.lamina.assembler.testing;

import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Small trees in memory, for tests.
public final class Trees {
    private Trees() {}

    /// An entry with its content, comparable as a whole.
    public record Item(String entry, String content) {}

    /// A tree in memory that can be sent.
    public static final class Tree implements EntrySource {
        private final List<TreeEntry> entries = new ArrayList<>();
        private final List<byte[]> contents = new ArrayList<>();

        public Tree add(TreeEntry entry, byte[] content) {
            entries.add(entry);
            contents.add(content);
            return this;
        }

        public Tree add(TreeEntry entry) {
            return add(entry, new byte[0]);
        }

        public Tree file(String path, String text) {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return add(TreeEntry.file(path, 0644, content.length), content);
        }

        public Tree file(String path, byte[] content) {
            return add(TreeEntry.file(path, 0644, content.length), content);
        }

        public Tree folder(String path) {
            return add(TreeEntry.directory(path, 0755));
        }

        public Tree symlink(String path, String target) {
            return add(TreeEntry.symlink(path, target));
        }

        public Tree hardLink(String path, String target) {
            return add(TreeEntry.hardLink(path, target));
        }

        public List<TreeEntry> entries() {
            return entries;
        }

        @Override
        public void streamTo(EntrySink sink) throws IOException {
            for (int i = 0; i < entries.size(); i++) {
                sink.accept(entries.get(i), new ByteArrayInputStream(contents.get(i)));
            }
        }
    }

    /// Collects what is sent.
    public static final class Collector implements EntrySink {
        private final List<Item> items = new ArrayList<>();

        @Override
        public void accept(TreeEntry entry, InputStream content) throws IOException {
            items.add(new Item(describe(entry), new String(content.readAllBytes(), StandardCharsets.ISO_8859_1)));
        }

        public List<Item> items() {
            return items;
        }

        public List<String> lines() {
            return items.stream().map(Item::entry).toList();
        }
    }

    public static List<Item> items(EntrySource source) throws IOException {
        Collector collector = new Collector();
        source.streamTo(collector);
        return collector.items();
    }

    /// Everything that an entry says, on one line.
    public static String describe(TreeEntry e) {
        TreeMap<String, String> xattrs = new TreeMap<>();
        e.xattrs().forEach((name, value) -> xattrs.put(name, HexFormat.of().formatHex(value)));
        return "%s %o %d:%d @%d %d %d,%d %s -> %s %s"
                .formatted(
                        e.kind(),
                        e.mode(),
                        e.uid(),
                        e.gid(),
                        e.mtime(),
                        e.size(),
                        e.deviceMajor(),
                        e.deviceMinor(),
                        e.path(),
                        e.link(),
                        xattrs);
    }

    /// A random tree: parents first, all kinds, odd names, binary attributes, large and small numbers.
    public static Tree random(long seed) {
        Random random = new Random(seed);
        Tree tree = new Tree();
        List<String> folders = new ArrayList<>(List.of(""));
        List<String> files = new ArrayList<>();
        int count = 1 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            String folder = folders.get(random.nextInt(folders.size()));
            String path = (folder.isEmpty() ? "" : folder + "/") + i + name(random);
            addRandom(tree, random, path, folders, files);
        }
        return tree;
    }

    private static void addRandom(Tree tree, Random random, String path, List<String> folders, List<String> files) {
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                tree.add(entry(random, path, Kind.DIRECTORY, 0, "", 0));
                folders.add(path);
            }
            case 2 -> tree.add(entry(random, path, Kind.SYMLINK, 0, "/" + name(random) + name(random), 0));
            case 3 -> tree.add(entry(random, path, Kind.CHARACTER_DEVICE, 0, "", random.nextInt(1 << 20)));
            case 4 -> tree.add(entry(random, path, Kind.FIFO, 0, "", 0));
            case 5 -> {
                if (!files.isEmpty()) {
                    String target = files.get(random.nextInt(files.size()));
                    tree.add(entry(random, path, Kind.HARD_LINK, 0, target, 0));
                }
            }
            default -> {
                byte[] content = new byte[random.nextInt(4) * random.nextInt(700)];
                random.nextBytes(content);
                tree.add(entry(random, path, Kind.FILE, content.length, "", 0), content);
                files.add(path);
            }
        }
    }

    private static TreeEntry entry(Random random, String path, Kind kind, long size, String link, int device) {
        long[] ids = {0, 1000, 70_000, 2_097_151, 2_097_152, 0xFFFF_FFFEL};
        long[] times = {0, TreeEntry.MADE_TIME, 077777777777L, 077777777777L + 1, -5};
        return new TreeEntry(
                path,
                kind,
                random.nextInt(010000),
                ids[random.nextInt(ids.length)],
                ids[random.nextInt(ids.length)],
                times[random.nextInt(times.length)],
                size,
                link,
                device >> 8,
                device & 0xFF,
                xattrs(random));
    }

    private static Map<String, byte[]> xattrs(Random random) {
        Map<String, byte[]> xattrs = new TreeMap<>();
        for (int i = random.nextInt(6) - 3; i > 0; i--) {
            byte[] value = new byte[1 + random.nextInt(120)];
            random.nextBytes(value);
            xattrs.put("user.x" + i, value);
        }
        return xattrs;
    }

    private static String name(Random random) {
        String[] names = {
            "a",
            "with blank",
            "grüße",
            "日本",
            "broken" + (char) (0xDC00 + 0x80 + random.nextInt(0x80)),
            "-dash",
            "back\\slash",
            "new\nline",
            "long".repeat(1 + random.nextInt(60))
        };
        return names[random.nextInt(names.length)];
    }
}
