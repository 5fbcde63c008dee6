package dev.lamina.model.known;

import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.known.Claim.Kind;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.value.ImageRef;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A container of a known image: which of the statements about the image are true of it.
///
/// @param command what it starts; that of the table when neither document nor image say it
/// @param programs the last parts of the words of its command
public record KnownUse(
        KnownImage image, String tag, List<String> command, Set<String> programs, EffectiveContainer spec) {
    private static final String PRIVILEGED_PORTS = "net.ipv4.ip_unprivileged_port_start";
    private static final int FIRST_UNPRIVILEGED = 1024;

    public static Optional<KnownUse> of(ImageRef ref, EffectiveContainer spec) {
        return KnownImages.find(ref).map(image -> {
            List<String> given = spec.command().value();
            List<String> command =
                    given.isEmpty() && spec.command().origin().kind() == Origin.Kind.DEFAULT ? image.command() : given;
            Set<String> programs = new HashSet<>();
            command.forEach(word -> programs.add(word.substring(word.lastIndexOf('/') + 1)));
            return new KnownUse(image, ref.tag().orElse(""), command, programs, spec);
        });
    }

    /// The statements of a kind that are true here.
    public List<Claim> claims(Kind kind) {
        return image.claims().stream()
                .filter(claim -> claim.kind() == kind && holds(claim.when()))
                .toList();
    }

    /// Whether it starts a program that the table speaks of.
    public boolean known() {
        return image.claims().stream()
                .map(claim -> claim.when().programs())
                .anyMatch(names -> names.stream().anyMatch(programs::contains));
    }

    private boolean holds(Condition when) {
        return (when.programs().isEmpty() || when.programs().stream().anyMatch(programs::contains))
                && (!when.root() || spec.userId() == 0)
                && (when.tags().isEmpty() || when.tags().stream().anyMatch(this::tagged))
                && (when.variable().isEmpty() || !set(when.variable()))
                && when.arguments().stream().noneMatch(this::given)
                && (when.other().isEmpty() || !changed(when.other()))
                && when.free().stream().noneMatch(this::mountedAround)
                && (when.port() == 0 || when.port() < firstUnprivileged(spec));
    }

    private boolean tagged(String wanted) {
        return tag.equals(wanted)
                || tag.startsWith(wanted + ".")
                || tag.startsWith(wanted + "-")
                || !Character.isDigit(wanted.charAt(0))
                        && Arrays.asList(tag.split("-", -1)).contains(wanted);
    }

    private boolean set(String variable) {
        return spec.env().value().stream().anyMatch(entry -> entry.startsWith(variable + "="));
    }

    private boolean given(String argument) {
        return command.stream().anyMatch(word -> word.startsWith(argument));
    }

    private boolean changed(String argument) {
        return command.stream()
                .filter(word -> word.startsWith(argument))
                .anyMatch(word -> !image.command().contains(word));
    }

    private boolean mountedAround(String path) {
        return spec.mounts().stream()
                .filter(mount -> mount.origin().kind() != Origin.Kind.DEFAULT)
                .map(mount -> mount.value().destination())
                .anyMatch(at -> Paths.within(at, path) || Paths.within(path, at));
    }

    /// Below this a container needs a privilege to listen.
    public static int firstUnprivileged(EffectiveContainer spec) {
        String text = spec.sysctl().value().getOrDefault(PRIVILEGED_PORTS, "").strip();
        boolean number = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(Character::isDigit);
        return number ? Integer.parseInt(text) : FIRST_UNPRIVILEGED;
    }

    /// The mount that a path in the container is on; empty when it is the container's own file system.
    public static Optional<Given<Mount>> mountOf(EffectiveContainer spec, String path) {
        return spec.mounts().stream()
                .filter(mount -> Paths.within(path, mount.value().destination()))
                .reduce((first, second) -> Paths.plain(second.value().destination())
                                        .length()
                                >= Paths.plain(first.value().destination()).length()
                        ? second
                        : first);
    }
}
