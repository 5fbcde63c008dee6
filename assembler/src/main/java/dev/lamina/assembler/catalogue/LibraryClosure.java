package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.PackageFiles.Found;
import dev.lamina.assembler.fs.elf.BadElfException;
import dev.lamina.assembler.fs.elf.ElfFile;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Collects the shared libraries that programs need, those that these need, and so on, and the loader. What the layers
/// below have is not collected again.
final class LibraryClosure {
    private final PackageFiles files;
    private final Arch arch;
    private final Set<String> below;
    private final String loader;
    private final SortedMap<String, Found> collected = new TreeMap<>();

    /// @param below names of libraries that the layers below have
    LibraryClosure(PackageFiles files, Arch arch, Set<String> below) {
        this.files = files;
        this.arch = arch;
        this.below = below;
        this.loader = GuestLayout.nameOf(GuestLayout.loader(arch));
    }

    /// Collects what a file of a package needs; a file that is no program needs nothing.
    ///
    /// @throws InputException a library is in none of the packages
    void addNeedsOf(Found file) throws IOException {
        if (!ElfFile.isElf(file.content())) {
            return;
        }
        ElfFile elf = read(file);
        if (elf.interpreter().isPresent()) {
            addLibrary(GuestLayout.nameOf(elf.interpreter().get()), file);
        }
        for (String needed : elf.needed()) {
            addLibrary(needed, file);
        }
    }

    private static ElfFile read(Found file) throws IOException {
        try {
            return ElfFile.read(file.content());
        } catch (BadElfException e) {
            throw new InputException(
                    "/" + file.path() + " of the package " + file.owner().name() + " " + e.getMessage(), null, e);
        }
    }

    private void addLibrary(String name, Found neededBy) throws IOException {
        if (!below.contains(name) && !collected.containsKey(name)) {
            add(name, find(name).orElseThrow(() -> missing(name, "/" + neededBy.path() + " needs")));
        }
    }

    /// Collects a library by the name that programs use.
    void addNamed(String name) throws IOException {
        add(name, find(name).orElseThrow(() -> missing(name, "the catalogue names")));
    }

    void addLoader() throws IOException {
        addNamed(loader);
    }

    private void add(String name, Found library) throws IOException {
        collected.put(name, library);
        addNeedsOf(library);
    }

    private Optional<Found> find(String name) {
        return GuestLayout.libraryFolders(arch).stream()
                .flatMap(folder -> files.find(folder + "/" + name).stream())
                .findFirst();
    }

    private InputException missing(String library, String who) {
        return new InputException(
                who + " the library " + library + ", which is in none of the packages "
                        + String.join(", ", files.names()),
                "name the package that has it in the component's description, then run `lamina catalogue update`");
    }

    /// The libraries by the paths that they should have, without a leading slash.
    SortedMap<String, Found> byPath() {
        SortedMap<String, Found> byPath = new TreeMap<>();
        collected.forEach((name, library) -> byPath.put(place(name), library));
        return byPath;
    }

    private String place(String name) {
        return name.equals(loader) ? GuestLayout.loader(arch) : GuestLayout.firstLibraryFolder(arch) + "/" + name;
    }

    Set<String> names() {
        return collected.keySet();
    }
}
