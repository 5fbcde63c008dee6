package dev.lamina.app.cli;

import dev.lamina.model.problem.EnvironmentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// LinuxKit's users name the backend before the image: `linuxkit run qemu PREFIX`.
final class BackendWord {
    private static final Set<String> OTHERS =
            Set.of("aws", "azure", "equinixmetal", "gcp", "openstack", "scaleway", "vbox", "vcenter", "vmware");

    /// LinuxKit's words; `virtualization` is Apple's framework, which vfkit stands in front of.
    private static final Map<String, Backend> OURS = Map.of(
            "qemu", Backend.QEMU,
            "hyperkit", Backend.HYPERKIT,
            "vfkit", Backend.VFKIT,
            "virtualization", Backend.VFKIT,
            "hyperv", Backend.HYPERV);

    private BackendWord() {}

    /// The inputs without the word. One that stands alone, or is also a file's name, is an input.
    ///
    /// @throws EnvironmentException the word is that of a backend that this version cannot use
    static List<String> strip(List<String> inputs, Path directory) {
        boolean word = isWord(inputs, directory);
        if (word && OTHERS.contains(inputs.getFirst())) {
            throw new EnvironmentException(
                    "the backend " + inputs.getFirst() + " is not available in this version", "use --backend qemu");
        }
        return word ? inputs.subList(1, inputs.size()) : inputs;
    }

    /// The backend that the word names.
    static Optional<Backend> backend(List<String> inputs, Path directory) {
        return isWord(inputs, directory) ? Optional.ofNullable(OURS.get(inputs.getFirst())) : Optional.empty();
    }

    private static boolean isWord(List<String> inputs, Path directory) {
        String first = inputs.getFirst();
        return inputs.size() > 1
                && !Files.exists(directory.resolve(first))
                && (OTHERS.contains(first) || OURS.containsKey(first));
    }
}
