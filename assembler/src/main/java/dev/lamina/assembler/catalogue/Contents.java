package dev.lamina.assembler.catalogue;

import dev.lamina.model.value.Arch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What goes into a layer. Paths are those in the image, absolute.
///
/// @param packages names of Debian packages from which programs and libraries are taken, for each architecture
/// @param programs files of the packages; the shared libraries that they need come along
/// @param slices files of the packages, and folders with all that is below them
/// @param joined files that are put together of several files of the packages
/// @param libraries shared libraries by the names that programs use, e.g. `libc.so.6`
/// @param loader whether the loader of shared libraries is among it
/// @param directories permission bits by path; parents of what is named need not be named
/// @param links targets of symbolic links by path
/// @param files those that the description brings along
public record Contents(
        Map<Arch, List<String>> packages,
        List<Program> programs,
        List<Slice> slices,
        List<Joined> joined,
        List<String> libraries,
        boolean loader,
        SortedMap<String, Integer> directories,
        SortedMap<String, String> links,
        List<DataFile> files) {
    public Contents {
        packages = Map.copyOf(packages);
        programs = List.copyOf(programs);
        slices = List.copyOf(slices);
        joined = List.copyOf(joined);
        libraries = List.copyOf(libraries);
        directories = new TreeMap<>(directories);
        links = new TreeMap<>(links);
        files = List.copyOf(files);
    }

    public List<String> packages(Arch arch) {
        return packages.getOrDefault(arch, List.of());
    }

    /// @param from the path in its package
    /// @param to the path in the image
    public record Program(String from, String to) {}

    /// @param from a file or a folder of the packages
    /// @param to the path in the image
    public record Slice(String from, String to) {
        /// The file, as packages have it: without the leading slash.
        String file() {
            return GuestLayout.merged(from.substring(1));
        }

        /// How the paths of what is in the folder begin.
        String prefix() {
            return file() + "/";
        }
    }

    /// @param path the path in the image
    /// @param from the folder of the packages whose files are joined, in the order of their names
    public record Joined(String path, String from) {
        /// How the paths of these files begin, without the leading slash.
        String prefix() {
            return from.substring(1) + "/";
        }
    }

    /// @param source the path below the description's folder; empty when the description itself has the text
    /// @param text what is in a file without a source
    public record DataFile(String path, Optional<String> source, String text, int mode) {
        DataFile(String path, String source, int mode) {
            this(path, Optional.of(source), "", mode);
        }
    }
}
