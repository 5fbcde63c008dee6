package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.catalogue.KernelModules.Module;
import dev.lamina.assembler.catalogue.PackageFiles.Found;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.io.Spool;
import dev.lamina.assembler.oci.KernelExtras;
import dev.lamina.model.problem.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Puts into a layer what LinuxKit expects of a kernel image: the file `kernel`, and `kernel.tar` with its
/// modules below `lib/modules/VERSION`. Beside them lies what only systems with certain components need, a
/// tar for each of these.
///
/// `modules.dep` in `kernel.tar` names the modules of all the tars, and each tar brings the aliases of its
/// own, so that tars only add files.
final class KernelFiller {
    private static final Pattern KERNEL = Pattern.compile("boot/vmlinu[xz]-(.+)");
    private static final int MODE = 0644;

    private final PackageFiles packages;
    private final Spool spool;

    KernelFiller(PackageFiles packages, Spool spool) {
        this.packages = packages;
        this.spool = spool;
    }

    /// @param names of the modules that every system gets; they may be absent
    /// @param others components that need more of the kernel
    void fill(LayerContent layer, Collection<String> names, List<Component> others) throws IOException {
        Found kernel = packages.under("boot/vmlinu").values().stream()
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "there is no kernel in the packages " + String.join(", ", packages.names()),
                        "the packages may have changed: run `lamina catalogue update`"));
        String version = version(kernel.path());
        layer.file("kernel", MODE, kernel.content());
        layer.from(kernel.owner());
        fillModules(layer, version, names, others);
    }

    private static String version(String path) {
        Matcher kernel = KERNEL.matcher(path);
        if (!kernel.matches()) {
            throw new InputException("/" + path + " is not named as a kernel of Debian is", null);
        }
        return kernel.group(1);
    }

    private void fillModules(LayerContent layer, String version, Collection<String> names, List<Component> others)
            throws IOException {
        SortedMap<String, Found> files = new TreeMap<>();
        String folder = "usr/lib/modules/" + version + "/";
        packages.under(folder).forEach((path, file) -> files.put(path.substring(folder.length()), file));
        KernelModules modules = new KernelModules(files, spool);
        select(modules, names);
        for (Component other : others) {
            select(modules, other.modules());
        }
        String place = "lib/modules/" + version + "/";
        List<Module> usual = modules.needed(names);
        LayerContent tree = tree(place, usual);
        tree.file(place + "modules.dep", MODE, text(modules.dependencies()));
        tree.file(place + "modules.alias", MODE, text(KernelModules.aliases(usual)));
        Found builtIn = files.get("modules.builtin");
        if (builtIn != null) {
            tree.file(place + "modules.builtin", MODE, builtIn.content());
        }
        layer.file("kernel.tar", MODE, tar(tree));
        for (Component other : others) {
            List<Module> more = modules.needed(other.modules()).stream()
                    .filter(module -> !usual.contains(module))
                    .toList();
            LayerContent extra = tree(place, more);
            configure(extra, other.image().name().replace('/', '-'), more);
            if (other.kernelConfig()) {
                extra.file(place + "config", MODE, config(version));
            }
            layer.file(KernelExtras.file(other.image()), MODE, tar(extra));
        }
    }

    /// By which names modules are asked for. A driver whose device node is there only once it is loaded
    /// cannot be asked for by opening that, so the init loads it.
    private static void configure(LayerContent extra, String name, List<Module> modules) {
        String aliases = KernelModules.aliases(modules);
        if (!aliases.isEmpty()) {
            extra.file("etc/modprobe.d/" + name + ".conf", MODE, text(aliases));
        }
        String atBoot = modules.stream()
                .filter(module -> module.info().hasFixedDevice())
                .map(module -> module.name() + "\n")
                .collect(Collectors.joining());
        if (!atBoot.isEmpty()) {
            extra.file("etc/modules-load.d/" + name + ".conf", MODE, text(atBoot));
        }
    }

    private static void select(KernelModules modules, Collection<String> names) throws IOException {
        for (String name : names) {
            modules.select(name);
        }
    }

    private static LayerContent tree(String place, List<Module> modules) {
        LayerContent tree = new LayerContent();
        for (Module module : modules) {
            tree.file(place + module.path(), MODE, module.content());
        }
        return tree;
    }

    private ByteSource config(String version) {
        return packages.find("/boot/config-" + version)
                .orElseThrow(() -> new InputException("the kernel's package has no /boot/config-" + version, null))
                .content();
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
