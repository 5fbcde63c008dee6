package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.Contents.DataFile;
import dev.lamina.assembler.catalogue.Contents.Joined;
import dev.lamina.assembler.catalogue.Contents.Program;
import dev.lamina.assembler.catalogue.Contents.Slice;
import dev.lamina.assembler.catalogue.PackageFiles.Found;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Fills a layer with what a description says.
final class LayerFiller {
    private static final int PROGRAM_MODE = 0755;
    private static final int LIBRARY_MODE = 0644;
    private static final int DATA_MODE = 0644;

    private final CatalogueFiles catalogue;
    private final Arch arch;

    LayerFiller(CatalogueFiles catalogue, Arch arch) {
        this.catalogue = catalogue;
        this.arch = arch;
    }

    /// @param folder of the description
    /// @param packages from which programs and libraries are taken
    /// @param below names of the libraries that the layers below have
    LayerContent fill(String folder, Contents contents, PackageFiles packages, Set<String> below) throws IOException {
        LayerContent layer = new LayerContent();
        contents.directories().forEach(layer::directory);
        contents.links().forEach(layer::link);
        for (DataFile file : contents.files()) {
            layer.file(file.path(), file.mode(), content(folder, file));
        }
        for (Joined joined : contents.joined()) {
            join(joined, packages, layer);
        }
        LibraryClosure libraries = new LibraryClosure(packages, arch, below);
        for (Program program : contents.programs()) {
            Found file = packages.find(program.from()).orElseThrow(() -> missing(program.from(), packages));
            layer.file(program.to(), PROGRAM_MODE, file.content());
            layer.from(file.owner());
            libraries.addNeedsOf(file);
        }
        for (Slice slice : contents.slices()) {
            addSlice(slice, packages, libraries, layer);
        }
        addLibraries(contents, libraries, layer);
        return layer;
    }

    private ByteSource content(String folder, DataFile file) {
        return file.source()
                .map(source -> catalogue.read(folder + "/" + source))
                .orElseGet(() -> ByteSource.of(file.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static void addSlice(Slice slice, PackageFiles packages, LibraryClosure libraries, LayerContent layer)
            throws IOException {
        SortedMap<String, Found> found = new TreeMap<>();
        SortedMap<String, String> links = new TreeMap<>();
        packages.under(slice.prefix()).forEach((path, file) -> found.put(placed(slice, path), file));
        packages.linksUnder(slice.prefix()).forEach((path, target) -> links.put(placed(slice, path), target));
        if (found.isEmpty() && links.isEmpty()) {
            found.put(slice.to(), packages.find(slice.from()).orElseThrow(() -> missing(slice.from(), packages)));
        }
        for (Map.Entry<String, String> link : links.entrySet()) {
            Optional<Found> hard = link.getValue().startsWith("/") ? packages.find(link.getValue()) : Optional.empty();
            if (hard.isPresent() && !found.containsKey(link.getKey())) {
                found.put(link.getKey(), hard.get());
            } else if (!found.containsKey(link.getKey())) {
                layer.link(link.getKey(), link.getValue());
            }
        }
        for (Map.Entry<String, Found> file : found.entrySet()) {
            int mode = file.getValue().executable() ? PROGRAM_MODE : DATA_MODE;
            layer.file(file.getKey(), mode, file.getValue().content());
            layer.from(file.getValue().owner());
            libraries.addNeedsOf(file.getValue());
        }
    }

    private static String placed(Slice slice, String path) {
        return slice.to() + "/" + path.substring(slice.prefix().length());
    }

    private static void join(Joined joined, PackageFiles packages, LayerContent layer) throws IOException {
        Collection<Found> parts = packages.under(joined.prefix()).values();
        if (parts.isEmpty()) {
            throw missing(joined.from(), packages);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Found part : parts) {
            try (InputStream in = part.content().open()) {
                in.transferTo(bytes);
            }
            layer.from(part.owner());
        }
        layer.file(joined.path(), DATA_MODE, ByteSource.of(bytes.toByteArray()));
    }

    private void addLibraries(Contents contents, LibraryClosure libraries, LayerContent layer) throws IOException {
        for (String name : contents.libraries()) {
            libraries.addNamed(name);
        }
        if (contents.loader()) {
            libraries.addLoader();
        }
        String loader = GuestLayout.loader(arch);
        libraries.byPath().forEach((path, library) -> {
            // the kernel starts the loader, so that one must be executable
            layer.file(path, path.equals(loader) ? PROGRAM_MODE : LIBRARY_MODE, library.content());
            layer.from(library.owner());
        });
        layer.provides(libraries.names());
    }

    private static InputException missing(String path, PackageFiles packages) {
        return new InputException(
                "there is no " + path + " in the packages " + String.join(", ", packages.names()),
                "the package may have changed: correct the component's description");
    }
}
