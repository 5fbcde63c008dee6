package dev.lamina.model.check.device;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Devices that the command of a container names, and that are not in its `/dev`. Nothing is said as long
/// as its image is not known, whose label may bring them.
final class NamedDevices {
    /// What runtimes make in each container.
    private static final Set<String> ALWAYS =
            Set.of("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty", "/dev/ptmx");

    /// They take the names of devices without their folder.
    private static final Set<String> GETTYS = Set.of("getty", "agetty");

    private static final Pattern TERMINAL = Pattern.compile("console|(?:tty|ttyS|ttyAMA|hvc)\\d{1,3}");
    private static final String MAKER = "mknod";

    private NamedDevices() {}

    /// By the number of the word.
    static Map<Integer, KnownDevices.Number> of(ContainerView container) {
        Map<Integer, KnownDevices.Number> named = new TreeMap<>();
        List<String> command = container.spec().command().value();
        String program = command.isEmpty() ? "" : GuestPaths.name(command.getFirst());
        if (!container.imageKnown() || program.equals(MAKER)) {
            return named;
        }
        for (int i = 1; i < command.size(); i++) {
            int index = i;
            String word = command.get(i);
            boolean terminal =
                    GETTYS.contains(program) && TERMINAL.matcher(word).matches();
            KnownDevices.find(terminal ? "/dev/" + word : word)
                    .filter(device -> !there(device.path(), container))
                    .ifPresent(device -> named.put(index, device));
        }
        return named;
    }

    private static boolean there(String path, ContainerView container) {
        return ALWAYS.contains(path)
                || container.spec().devices().stream()
                        .map(Given::value)
                        .anyMatch(device -> device.path().equals(path))
                || container.spec().mounts().stream()
                        .filter(mount -> mount.origin().kind() != Origin.Kind.DEFAULT)
                        .anyMatch(mount -> GuestPaths.within(
                                path, GuestPaths.clean(mount.value().destination())));
    }
}
