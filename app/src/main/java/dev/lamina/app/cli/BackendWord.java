package dev.lamina.app.cli;

import dev.lamina.model.problem.EnvironmentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// LinuxKit's users name the backend before the image: `linuxkit run qemu PREFIX`.
final class BackendWord {
    private static final Set<String> OTHERS = Set.of(
            "aws",
            "azure",
            "equinixmetal",
            "gcp",
            "hyperkit",
            "hyperv",
            "openstack",
            "scaleway",
            "vbox",
            "vcenter",
            "virtualization",
            "vmware");

    private BackendWord() {}

    /// The inputs without the word. One that stands alone, or is also a file's name, is an input.
    ///
    /// @throws EnvironmentException the word is that of a backend that this version cannot use
    static List<String> strip(List<String> inputs, Path directory) {
        String first = inputs.getFirst();
        boolean input = inputs.size() < 2 || Files.exists(directory.resolve(first));
        if (!input && OTHERS.contains(first)) {
            throw new EnvironmentException(
                    "the backend " + first + " is not available in this version", "use --backend qemu");
        }
        return !input && first.equals("qemu") ? inputs.subList(1, inputs.size()) : inputs;
    }
}
