package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.PackageFiles.Found;
import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.elf.BadElfException;
import dev.lamina.assembler.fs.elf.ElfFile;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.io.Spool;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The modules of a kernel package, of which some are selected by name, together with those that they need. Packages
/// have no list of dependencies (Debian makes it when a package is installed), so the modules themselves are asked.
final class KernelModules {
    private static final Pattern FILE = Pattern.compile("(kernel/.*?([^/]+)\\.ko)(\\.(xz|zst|gz))?");

    private final SortedMap<String, Packed> packed = new TreeMap<>();
    private final SortedMap<String, Module> selected = new TreeMap<>();
    private final Set<String> builtIn;
    private final Spool spool;

    private record Packed(String path, Found file) {}

    /// @param path below the folder of the kernel's version, e.g. `kernel/drivers/net/virtio_net.ko`
    /// @param content uncompressed: that loads faster, and an image is compressed as a whole anyway
    record Module(String name, String path, ModuleInfo info, ByteSource content) {}

    /// @param files of the folder of the kernel's version, by their paths below it
    /// @param spool where uncompressed modules go
    KernelModules(Map<String, Found> files, Spool spool) throws IOException {
        this.spool = spool;
        this.builtIn = builtIn(files);
        files.forEach((path, file) -> {
            Matcher name = FILE.matcher(path);
            if (name.matches()) {
                packed.put(ModuleInfo.canonical(name.group(2)), new Packed(name.group(1), file));
            }
        });
    }

    private static Set<String> builtIn(Map<String, Found> files) throws IOException {
        Found list = files.get("modules.builtin");
        if (list == null) {
            return Set.of();
        }
        try (InputStream in = list.content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(FILE::matcher)
                    .filter(Matcher::matches)
                    .map(name -> ModuleInfo.canonical(name.group(2)))
                    .collect(Collectors.toSet());
        }
    }

    /// Selects a module and all that it needs; nothing when this kernel has it built in, or not at all.
    void select(String name) throws IOException {
        String wanted = ModuleInfo.canonical(name);
        Packed file = packed.get(wanted);
        if (file == null || selected.containsKey(wanted)) {
            return;
        }
        Module module = unpack(wanted, file);
        selected.put(wanted, module);
        for (String needed : module.info().depends()) {
            requireKnown(needed, module);
            select(needed);
        }
        for (String wish : module.info().wishes()) {
            select(wish);
        }
        for (String companion : module.info().companions()) {
            select(companion);
        }
    }

    private void requireKnown(String needed, Module module) {
        if (!packed.containsKey(needed) && !builtIn.contains(needed)) {
            throw new InputException(
                    "the kernel module " + module.name() + " needs " + needed + ", which its package does not have",
                    null);
        }
    }

    private Module unpack(String name, Packed file) throws IOException {
        try (InputStream in = Compression.decompress(file.file().content().open())) {
            ByteSource content = spool.add(in);
            Optional<byte[]> info = ElfFile.section(content, ".modinfo");
            return new Module(name, file.path(), ModuleInfo.parse(info.orElse(new byte[0])), content);
        } catch (BadElfException e) {
            throw new InputException("the kernel module " + file.file().path() + " " + e.getMessage(), null, e);
        }
    }

    /// Of the selected modules those of these names and all that they need, sorted by path.
    List<Module> needed(Collection<String> names) {
        SortedMap<String, Module> needed = new TreeMap<>();
        names.forEach(name -> collect(ModuleInfo.canonical(name), needed));
        return sorted(needed.values());
    }

    private void collect(String name, SortedMap<String, Module> needed) {
        Module module = selected.get(name);
        if (module != null && needed.put(name, module) == null) {
            module.info().depends().forEach(other -> collect(other, needed));
            module.info().wishes().forEach(other -> collect(other, needed));
            module.info().companions().forEach(other -> collect(other, needed));
        }
    }

    /// Sorted by path.
    List<Module> selected() {
        return sorted(selected.values());
    }

    private static List<Module> sorted(Collection<Module> modules) {
        return modules.stream().sorted(Comparator.comparing(Module::path)).toList();
    }

    /// The text of `modules.dep`: a line `PATH: PATH…` for each module, with all modules that must be loaded before it,
    /// the one to be loaded first at the end.
    String dependencies() {
        StringBuilder text = new StringBuilder();
        for (Module module : selected()) {
            text.append(module.path()).append(':');
            loadedBefore(module).forEach(path -> text.append(' ').append(path));
            text.append('\n');
        }
        return text.toString();
    }

    private List<String> loadedBefore(Module module) {
        Set<String> order = new LinkedHashSet<>();
        visit(module, new LinkedHashSet<>(), order);
        order.remove(module.path());
        List<String> lastFirst = new ArrayList<>(order);
        Collections.reverse(lastFirst);
        return lastFirst;
    }

    /// Busybox does not know wishes, so they count as needs here.
    private void visit(Module module, Set<String> seen, Set<String> order) {
        if (!seen.add(module.name())) {
            return;
        }
        List<String> before = new ArrayList<>(module.info().depends());
        before.addAll(module.info().wishes());
        for (String name : before) {
            Module needed = selected.get(name);
            if (needed != null) {
                visit(needed, seen, order);
            }
        }
        order.add(module.path());
    }

    /// The text of `modules.alias`: by which patterns modules are asked for.
    static String aliases(Collection<Module> modules) {
        StringBuilder text = new StringBuilder();
        for (Module module : modules) {
            for (String alias : module.info().aliases()) {
                text.append("alias ")
                        .append(alias)
                        .append(' ')
                        .append(module.name())
                        .append('\n');
            }
        }
        return text.toString();
    }
}
