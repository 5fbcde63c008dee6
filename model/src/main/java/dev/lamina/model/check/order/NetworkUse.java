package dev.lamina.model.check.order;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.mount.GuestPaths;
import dev.lamina.model.oci.EffectiveContainer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether the work of a container of onboot asks something of the network: user data of clouds, a program
/// that fetches, an address of another computer in its command.
final class NetworkUse {
    /// Sources of user data that need no network.
    private static final Set<String> LOCAL = Set.of("cdrom", "vmware");

    private static final Set<String> PROGRAMS = Set.of(
            "apt-get",
            "curl",
            "dig",
            "git",
            "ntpdate",
            "nslookup",
            "ping",
            "ping6",
            "rdate",
            "rsync",
            "scp",
            "sntp",
            "wget");

    private static final Set<String> SHELLS = Set.of("sh", "ash", "bash", "dash");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s;|&(){}`$\"']+");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?|ftp|tftp|ssh|git)://(?!localhost|127\\.|\\[::1])\\S+", Pattern.CASE_INSENSITIVE);

    private NetworkUse() {}

    static boolean of(ContainerView container) {
        return Family.name(container).equals("metadata") && !Family.otherProgram(container, "metadata")
                ? ofMetadata(container)
                : EffectiveContainer.shared(container.spec().net())
                        && words(container.spec().command().value())
                                .anyMatch(word -> PROGRAMS.contains(word)
                                        || ADDRESS.matcher(word).matches());
    }

    /// LinuxKit's asks all clouds unless told otherwise.
    private static boolean ofMetadata(ContainerView container) {
        List<String> sources = container.spec().command().value().stream()
                .skip(1)
                .filter(word -> !word.startsWith("-"))
                .toList();
        return sources.isEmpty()
                ? !container.ref().builtIn()
                : sources.stream().anyMatch(source -> !LOCAL.contains(source) && !source.startsWith("file="));
    }

    /// The program, addresses among its arguments, and the words of what a shell is told.
    private static Stream<String> words(List<String> command) {
        if (command.isEmpty()) {
            return Stream.of();
        }
        String program = GuestPaths.name(command.getFirst());
        List<String> arguments = command.subList(1, command.size());
        return SHELLS.contains(program)
                        && arguments.size() > 1
                        && arguments.getFirst().endsWith("c")
                ? BETWEEN_WORDS.splitAsStream(arguments.get(1))
                : Stream.concat(
                        Stream.of(program),
                        arguments.stream().filter(word -> ADDRESS.matcher(word).matches()));
    }
}
