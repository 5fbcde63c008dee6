package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.packages.PackagePin;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of several packages as they would be on a system that has all of them installed.
final class PackageFiles {
    /// As many as Linux follows.
    private static final int MAX_LINKS = 40;

    private final List<PackageContent> packages;

    PackageFiles(List<PackageContent> packages) {
        this.packages = List.copyOf(packages);
    }

    /// @param path where it really is, links followed
    record Found(PackagePin owner, String path, ByteSource content, boolean executable) {
        static Found in(PackageContent content, String path, ByteSource bytes) {
            return new Found(content.pin(), path, bytes, content.isExecutable(path));
        }
    }

    /// The file at a path; links in the last place are followed, symbolic and hard ones.
    Optional<Found> find(String path) {
        String at = GuestLayout.merged(path.startsWith("/") ? path.substring(1) : path);
        for (int links = 0; links < MAX_LINKS; links++) {
            Optional<Found> file = file(at);
            if (file.isPresent()) {
                return file;
            }
            Optional<String> target = link(at);
            if (target.isEmpty()) {
                return Optional.empty();
            }
            at = GuestLayout.merged(resolve(at, target.get()));
        }
        return Optional.empty();
    }

    private Optional<Found> file(String path) {
        for (PackageContent content : packages) {
            ByteSource bytes = content.files().get(path);
            if (bytes != null) {
                return Optional.of(Found.in(content, path, bytes));
            }
        }
        return Optional.empty();
    }

    private Optional<String> link(String path) {
        return packages.stream()
                .flatMap(content -> Optional.ofNullable(content.links().get(path)).stream())
                .findFirst();
    }

    private static String resolve(String link, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String folder = link.substring(0, Math.max(0, link.lastIndexOf('/')));
        String path = target;
        while (path.startsWith("../")) {
            path = path.substring(3);
            folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
        }
        return folder.isEmpty() ? path : folder + "/" + path;
    }

    /// All files whose paths begin so, sorted.
    SortedMap<String, Found> under(String prefix) {
        SortedMap<String, Found> found = new TreeMap<>();
        for (PackageContent content : packages) {
            content.files()
                    .subMap(prefix, prefix + Character.MAX_VALUE)
                    .forEach((path, bytes) -> found.put(path, Found.in(content, path, bytes)));
        }
        return found;
    }

    /// Targets of all links whose paths begin so, sorted. Those of hard links begin with a slash and are files.
    SortedMap<String, String> linksUnder(String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        packages.forEach(content -> found.putAll(content.links().subMap(prefix, prefix + Character.MAX_VALUE)));
        return found;
    }

    /// For messages.
    List<String> names() {
        return packages.stream().map(content -> content.pin().name()).sorted().toList();
    }
}
