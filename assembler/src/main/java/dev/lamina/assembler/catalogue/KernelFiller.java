package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.KernelModules.Module;
import dev.lamina.assembler.catalogue.PackageFiles.Found;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.io.Spool;
import dev.lamina.model.problem.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts into a layer what LinuxKit expects of a kernel image: the file `kernel`, and `kernel.tar` with its modules
/// below
/// `lib/modules/VERSION`.
final class KernelFiller {
    private static final Pattern KERNEL = Pattern.compile("boot/vmlinu[xz]-(.+)");
    private static final int MODE = 0644;

    private final PackageFiles packages;
    private final Spool spool;

    KernelFiller(PackageFiles packages, Spool spool) {
        this.packages = packages;
        this.spool = spool;
    }

    /// @param modules names of those wanted; they may be absent
    void fill(LayerContent layer, Collection<String> modules) throws IOException {
        Found kernel = packages.under("boot/vmlinu").values().stream()
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "there is no kernel in the packages " + String.join(", ", packages.names()),
                        "the packages may have changed: run `lamina catalogue update`"));
        layer.file("kernel", MODE, kernel.content());
        layer.file("kernel.tar", MODE, modulesTar(version(kernel.path()), modules));
        layer.from(kernel.owner());
    }

    private static String version(String path) {
        Matcher kernel = KERNEL.matcher(path);
        if (!kernel.matches()) {
            throw new InputException("/" + path + " is not named as a kernel of Debian is", null);
        }
        return kernel.group(1);
    }

    private ByteSource modulesTar(String version, Collection<String> names) throws IOException {
        SortedMap<String, Found> files = new TreeMap<>();
        String folder = "usr/lib/modules/" + version + "/";
        packages.under(folder).forEach((path, file) -> files.put(path.substring(folder.length()), file));
        KernelModules modules = new KernelModules(files, spool);
        for (String name : names) {
            modules.select(name);
        }
        LayerContent tree = new LayerContent();
        String place = "lib/modules/" + version + "/";
        for (Module module : modules.selected()) {
            tree.file(place + module.path(), MODE, module.content());
        }
        tree.file(place + "modules.dep", MODE, text(modules.dependencies()));
        tree.file(place + "modules.alias", MODE, text(modules.aliases()));
        if (files.containsKey("modules.builtin")) {
            tree.file(
                    place + "modules.builtin",
                    MODE,
                    files.get("modules.builtin").content());
        }
        return tar(tree);
    }

    private static ByteSource text(String text) {
        return ByteSource.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// A few megabytes at most: the modules that a virtual machine needs.
    private ByteSource tar(LayerContent tree) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarWriter tar = new TarWriter(bytes)) {
            tree.streamTo(tar);
        }
        return spool.add(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
