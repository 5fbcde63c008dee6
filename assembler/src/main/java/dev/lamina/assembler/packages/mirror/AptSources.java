package dev.lamina.assembler.packages.mirror;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The mirrors that the host's apt gets Debian itself from (sources.list(5), both forms). Whatever their release, their
/// pool has all of them. Other archives that are laid out alike are left alone, and so are security mirrors, whose
/// packages come to the main archive with the next point release. What cannot be read or understood is passed over:
/// these files are not Lamina's.
final class AptSources {
    /// `deb [options] uri suite component…`
    private static final Pattern ONE_LINE =
            Pattern.compile("\\s*deb\\s+(?:\\[[^\\]]*\\]\\s*)?(\\S+)\\s+(\\S+)\\s+([^#]+?)\\s*(?:#.*)?");

    private static final Pattern DEBIAN_SUITE =
            Pattern.compile("(?:stable|oldstable|oldoldstable|testing|unstable|sid|buster|bullseye|bookworm|trixie"
                    + "|forky|duke)(?:-updates|-backports|-proposed-updates)?");

    private static final long MAX_BYTES = 1 << 20;

    private final Path folder;

    AptSources(Path folder) {
        this.folder = folder;
    }

    List<URI> mirrors() {
        Set<URI> mirrors = new LinkedHashSet<>();
        for (Path file : files()) {
            String text = text(file);
            mirrors.addAll(file.toString().endsWith(".sources") ? ofStanzas(text) : ofLines(text));
        }
        return List.copyOf(mirrors);
    }

    /// As apt reads them: the one file first, then the folder by name.
    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        files.add(folder.resolve("sources.list"));
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(folder.resolve("sources.list.d"), "*.{list,sources}")) {
            List<Path> sorted = new ArrayList<>();
            parts.forEach(sorted::add);
            sorted.sort(null);
            files.addAll(sorted);
        } catch (IOException | UncheckedIOException e) {
            // no such folder, or none of our business
        }
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES
                    ? Files.readString(file, StandardCharsets.ISO_8859_1)
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static List<URI> ofLines(String text) {
        List<URI> mirrors = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = ONE_LINE.matcher(line);
            if (matcher.matches() && isMain(words(matcher.group(2)), words(matcher.group(3)))) {
                mirror(matcher.group(1)).ifPresent(mirrors::add);
            }
        }
        return mirrors;
    }

    private static List<URI> ofStanzas(String text) {
        List<URI> mirrors = new ArrayList<>();
        String content = text.lines().filter(line -> !line.startsWith("#")).reduce("", (a, b) -> a + b + "\n");
        for (String stanza : content.split("\n[ \t]*\n")) {
            Map<String, String> fields = fields(stanza);
            boolean enabled = !Set.of("no", "false", "without", "off", "disable")
                    .contains(fields.getOrDefault("enabled", "").toLowerCase(Locale.ROOT));
            boolean binary = words(fields.getOrDefault("types", "")).contains("deb");
            List<String> suites = words(fields.getOrDefault("suites", ""));
            if (enabled && binary && isMain(suites, words(fields.getOrDefault("components", "")))) {
                words(fields.getOrDefault("uris", ""))
                        .forEach(uri -> mirror(uri).ifPresent(mirrors::add));
            }
        }
        return mirrors;
    }

    private static Map<String, String> fields(String stanza) {
        Map<String, String> fields = new TreeMap<>();
        String key = "";
        for (String line : stanza.lines().toList()) {
            int colon = line.indexOf(':');
            if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.merge(key, line.strip(), (a, b) -> a + " " + b);
            } else if (colon > 0) {
                key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.put(key, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static boolean isMain(List<String> suites, List<String> components) {
        return components.contains("main")
                && suites.stream().anyMatch(suite -> DEBIAN_SUITE.matcher(suite).matches());
    }

    /// Mirrors of Debian are called so; what others offer for Debian's releases is called otherwise.
    private static Optional<URI> mirror(String uri) {
        return HostMirrors.root(uri).filter(root -> root.getPath().endsWith("/debian"));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
