package dev.lamina.assembler.facts;

import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.check.ImageFiles;
import dev.lamina.model.check.ImageFiles.Program;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What programs of images are, those of scripts included. Their files are read once; what they are is noted.
final class Programs {
    /// As often Linux goes from a script to its interpreter.
    private static final int DEEPEST = 5;

    private final FactNotes notes;

    Programs(FactNotes notes) {
        this.notes = notes;
    }

    /// @param files of the image
    /// @param starts paths of files
    /// @return by path, links followed; more than was asked for, if it is known
    Map<String, Program> of(StoredImage image, FlattenedImage content, ImageFiles files, Set<String> starts)
            throws IOException {
        String note = "programs-" + image.manifestDigest().hex();
        Map<String, Program> known =
                new TreeMap<>(notes.find(note).flatMap(ProgramNote::decode).orElse(Map.of()));
        int before = known.size();
        Set<String> open = unknown(resolved(files, starts), known);
        for (int depth = 0; depth < DEEPEST && !open.isEmpty(); depth++) {
            Map<String, Program> read = read(content, open);
            known.putAll(read);
            open = unknown(resolved(files, interpreters(read)), known);
        }
        if (known.size() > before) {
            notes.put(note, ProgramNote.encode(known));
        }
        return known;
    }

    private static Set<String> interpreters(Map<String, Program> programs) {
        Set<String> paths = new HashSet<>();
        programs.values().forEach(program -> {
            switch (program) {
                case Program.Script script -> paths.add(script.interpreter());
                case Program.Elf ignored -> {}
                case Program.Unknown ignored -> {}
            }
        });
        return paths;
    }

    private static Set<String> resolved(ImageFiles files, Set<String> paths) {
        Set<String> found = new HashSet<>();
        for (String path : paths) {
            Optional<String> resolved = files.resolve(path);
            if (resolved.isPresent()
                    && files.find(resolved.get())
                            .filter(entry -> entry.kind() == ImageFiles.Kind.FILE)
                            .isPresent()) {
                found.add(resolved.get());
            }
        }
        return found;
    }

    private static Set<String> unknown(Set<String> paths, Map<String, Program> known) {
        Set<String> unknown = new HashSet<>(paths);
        unknown.removeAll(known.keySet());
        return unknown;
    }

    private static Map<String, Program> read(FlattenedImage content, Set<String> paths) throws IOException {
        Map<String, String> owners = new HashMap<>();
        for (String path : paths) {
            TreeEntry entry = content.find(path).orElseThrow();
            owners.put(path, entry.kind() == Kind.HARD_LINK ? entry.link() : path);
        }
        Map<String, Program> byOwner = new HashMap<>();
        content.streamTo(
                Set.copyOf(owners.values()),
                (entry, bytes) -> byOwner.put(entry.path(), ProgramHead.read(bytes.readNBytes(ProgramHead.SIZE))));
        Map<String, Program> programs = new HashMap<>();
        owners.forEach((path, owner) -> programs.put(path, byOwner.getOrDefault(owner, new Program.Unknown())));
        return programs;
    }
}
