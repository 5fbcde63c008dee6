package dev.lamina.assembler.facts;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.check.KernelFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a tar of a kernel's modules says: the names by which they can be loaded, those of the parts of the
/// kernel itself, and the options with which it was made.
///
/// @param release empty when it has no modules
record KernelTar(String release, Set<String> modules, Set<String> builtIn, Map<String, String> config) {
    static final KernelTar NOTHING = new KernelTar("", Set.of(), Set.of(), Map.of());

    private static final Pattern MODULES = Pattern.compile("(?:usr/)?lib/modules/([^/]+)/(.+)");
    private static final Pattern MODULE = Pattern.compile("(?:.*/)?([^/]+)\\.ko(?:\\.(?:xz|zst|gz))?");
    private static final Pattern SETTINGS = Pattern.compile("etc/modprobe\\.d/[^/]+\\.conf");

    /// Text files of kernels have less than a megabyte each; a configuration has 300 KB.
    private static final int MOST = 16 << 20;

    KernelTar {
        modules = Set.copyOf(modules);
        builtIn = Set.copyOf(builtIn);
        config = Map.copyOf(config);
    }

    /// @param name of the file, for messages
    static KernelTar read(InputStream tar, String name) throws IOException {
        Reading reading = new Reading();
        new TarReader(Compression.decompress(tar), name).streamTo(reading::accept);
        return new KernelTar(reading.release, reading.modules, reading.builtIn, reading.config);
    }

    KernelTar and(KernelTar other) {
        Set<String> allModules = new TreeSet<>(modules);
        allModules.addAll(other.modules);
        Set<String> allBuiltIn = new TreeSet<>(builtIn);
        allBuiltIn.addAll(other.builtIn);
        Map<String, String> allConfig = new TreeMap<>(config);
        allConfig.putAll(other.config);
        return new KernelTar(release.isEmpty() ? other.release : release, allModules, allBuiltIn, allConfig);
    }

    /// A kernel's configuration, compressed or not.
    static Map<String, String> config(InputStream in) throws IOException {
        Map<String, String> config = new TreeMap<>();
        text(Compression.decompress(in)).lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0 && line.startsWith("CONFIG_")) {
                config.put(line.substring(0, equals), line.substring(equals + 1).strip());
            }
        });
        return config;
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readNBytes(MOST), StandardCharsets.ISO_8859_1);
    }

    private static final class Reading {
        private String release = "";
        private final Set<String> modules = new TreeSet<>();
        private final Set<String> builtIn = new TreeSet<>();
        private final Map<String, String> config = new TreeMap<>();

        void accept(TreeEntry entry, InputStream content) throws IOException {
            if (entry.kind() != Kind.FILE) {
                return;
            }
            Matcher below = MODULES.matcher(entry.path());
            if (below.matches()) {
                release = below.group(1);
                file(below.group(2), content);
            } else if (SETTINGS.matcher(entry.path()).matches()) {
                aliases(content);
            }
        }

        private void file(String path, InputStream content) throws IOException {
            switch (path) {
                case "modules.builtin" -> text(content).lines().forEach(line -> add(line, builtIn));
                case "modules.alias" -> aliases(content);
                case "config" -> config.putAll(config(content));
                default -> add(path, modules);
            }
        }

        private static void add(String path, Set<String> names) {
            Matcher module = MODULE.matcher(path);
            if (module.matches()) {
                names.add(KernelFacts.moduleName(module.group(1)));
            }
        }

        /// Names that are one name only, such as `fs-ext4`.
        private void aliases(InputStream content) throws IOException {
            text(content).lines().forEach(line -> {
                String[] words = line.strip().split("\\s+");
                boolean plain = words.length == 3 && words[0].equals("alias") && words[1].matches("[A-Za-z0-9_-]+");
                if (plain) {
                    modules.add(KernelFacts.moduleName(words[1]));
                }
            });
        }
    }
}
