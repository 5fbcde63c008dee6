package dev.lamina.vmlaunch.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// How much memory this computer has, and how much of it can be had without swapping, as Linux tells it:
/// ```
/// /proc/meminfo                          MemTotal:  8035844 kB  …  MemAvailable:  6612340 kB
/// /proc/self/cgroup                      0::/the/group
/// /sys/fs/cgroup/the/group/memory.max    max, or bytes: what a container may take
/// ```
/// Other systems do not say what is available; they have no answers here.
public final class HostMemory {
    private static final int KIB = 1024;

    private final Path root;

    /// @param root of the host's file system
    public HostMemory(Path root) {
        this.root = root;
    }

    /// In bytes; the limit of a container when that is less.
    public OptionalLong total() {
        return least(meminfo("MemTotal:"), limit());
    }

    /// In bytes; what a container may still take when that is less.
    public OptionalLong available() {
        OptionalLong limit = limit();
        OptionalLong left = limit.isEmpty()
                ? limit
                : OptionalLong.of(
                        Math.max(0, limit.getAsLong() - number(group().resolve("memory.current")) + cached()));
        return least(meminfo("MemAvailable:"), left);
    }

    /// Whether a container or the like may take less than there is.
    public boolean limited() {
        OptionalLong whole = meminfo("MemTotal:");
        OptionalLong limit = limit();
        return limit.isPresent() && (whole.isEmpty() || limit.getAsLong() < whole.getAsLong());
    }

    private static OptionalLong least(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(Math.min(one.getAsLong(), other.getAsLong()))
                : one.isPresent() ? one : other;
    }

    private OptionalLong meminfo(String key) {
        try (Stream<String> lines = Files.lines(root.resolve("proc/meminfo"))) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong limit() {
        long limit = number(group().resolve("memory.max"));
        return limit > 0 ? OptionalLong.of(limit) : OptionalLong.empty();
    }

    /// What the kernel gives back before it refuses.
    private long cached() {
        try (Stream<String> lines = Files.lines(group().resolve("memory.stat"))) {
            return lines.filter(line -> line.startsWith("inactive_file "))
                    .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    /// Of version 2 alone, which is what systems have had for years.
    private Path group() {
        Path all = root.resolve("sys/fs/cgroup");
        try (Stream<String> lines = Files.lines(root.resolve("proc/self/cgroup"))) {
            return lines.filter(line -> line.startsWith("0::/"))
                    .map(line -> all.resolve(line.substring("0::/".length())).normalize())
                    .filter(path -> path.startsWith(all) && Files.isDirectory(path))
                    .findFirst()
                    .orElse(all);
        } catch (IOException | InvalidPathException e) {
            return all;
        }
    }

    /// 0 for a file that is not there or holds a word.
    private static long number(Path file) {
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
