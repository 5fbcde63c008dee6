package dev.lamina.model.check;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files of an image, without content. Paths have no leading slash.
///
/// @param entries by path; directories that no layer describes may be missing
/// @param programs what the files are that a container of the system would run, and their loaders, by path
public record ImageFiles(Map<String, Entry> entries, Map<String, Program> programs) {
    /// As many as Linux follows.
    private static final int MOST_LINKS = 40;

    public ImageFiles {
        entries = Map.copyOf(entries);
        programs = Map.copyOf(programs);
    }

    /// @param mode the permission bits
    /// @param target of a symbolic link; empty otherwise
    public record Entry(Kind kind, int mode, long uid, long gid, long size, String target) {
        public boolean executable() {
            return kind == Kind.FILE && (mode & 0111) != 0;
        }
    }

    public enum Kind {
        FILE,
        DIRECTORY,
        SYMLINK,
        DEVICE,
        OTHER
    }

    /// What the kernel makes of a file that it is told to run.
    public sealed interface Program {
        /// @param machine the number of the architecture in the header (`e_machine`)
        /// @param interpreter the loader; empty for a static program
        record Elf(int machine, String interpreter) implements Program {}

        /// @param interpreter the path behind `#!`
        record Script(String interpreter) implements Program {}

        /// Nothing that the kernel knows.
        record Unknown() implements Program {}
    }

    /// The entry at a path, symbolic links followed, as in a container with this root.
    ///
    /// @param path with or without a leading slash
    public Optional<Entry> find(String path) {
        return resolve(path).map(entries::get);
    }

    public Optional<Program> program(String path) {
        return resolve(path).map(programs::get);
    }

    /// Where a path leads; empty when nothing is there.
    public Optional<String> resolve(String path) {
        return resolve(path, MOST_LINKS);
    }

    private Optional<String> resolve(String path, int links) {
        StringBuilder at = new StringBuilder();
        String[] names = path.split("/");
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            if (name.equals("..")) {
                at.setLength(Math.max(0, at.lastIndexOf("/")));
                continue;
            }
            String next = at.isEmpty() ? name : at + "/" + name;
            @Nullable Entry entry = entries.get(next);
            if (entry == null) {
                return Optional.empty();
            }
            if (entry.kind() == Kind.SYMLINK) {
                String base = entry.target().startsWith("/") ? "" : at + "/";
                String rest = String.join("/", Arrays.copyOfRange(names, i + 1, names.length));
                return links == 0 ? Optional.empty() : resolve(base + entry.target() + "/" + rest, links - 1);
            }
            at.setLength(0);
            at.append(next);
        }
        return at.isEmpty() ? Optional.empty() : Optional.of(at.toString());
    }
}
