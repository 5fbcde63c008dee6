package dev.lamina.model.oci;

import dev.lamina.model.oci.SystemCalls.Verdict;
import dev.lamina.model.tree.Tree;
import dev.lamina.model.value.Arch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which system calls containers may make, depending on their capabilities.
///
/// A call that a group names but a container may not make fails with EPERM. One that no group names fails with ENOSYS,
/// so that programs newer than the profile do what they do on older kernels.
///
/// @param architectures libseccomp's names of the call tables that programs may use; a call of another ends the program
record SeccompProfile(Map<Arch, List<String>> architectures, List<SystemCalls> groups) {
    private static final int EPERM = 1;
    private static final int ENOSYS = 38;

    SeccompProfile {
        architectures = Map.copyOf(architectures);
        groups = List.copyOf(groups);
    }

    /// The `linux.seccomp` of a container; empty for an architecture without a profile.
    ///
    /// @param held the capabilities of the container
    Optional<Tree> tree(Arch arch, Collection<String> held) {
        return Optional.ofNullable(architectures.get(arch))
                .map(names -> new Tree()
                        .put("defaultAction", "SCMP_ACT_ERRNO")
                        .put("defaultErrnoRet", ENOSYS)
                        .put("architectures", names)
                        .put("syscalls", Tree.each(rules(held), rule -> rule)));
    }

    private List<Tree> rules(Collection<String> held) {
        Tree allowed = rule(names(Verdict.ALLOWED, held), "SCMP_ACT_ALLOW");
        Tree refused = rule(names(Verdict.REFUSED, held), "SCMP_ACT_ERRNO").put("errnoRet", EPERM);
        return Stream.of(Stream.of(allowed), conditional(held), Stream.of(refused))
                .flatMap(rules -> rules)
                .toList();
    }

    private List<String> names(Verdict verdict, Collection<String> held) {
        return groups.stream()
                .filter(group -> group.verdict(held) == verdict)
                .flatMap(group -> group.names().stream())
                .sorted()
                .toList();
    }

    /// A rule for each condition: those within one rule must all be met.
    private Stream<Tree> conditional(Collection<String> held) {
        return groups.stream()
                .filter(group -> group.verdict(held) == Verdict.CONDITIONAL)
                .flatMap(group -> group.conditions().stream()
                        .map(condition -> rule(group.names(), "SCMP_ACT_ALLOW")
                                .put("args", Tree.each(List.of(condition), SystemCalls.Condition::toTree))));
    }

    private static Tree rule(List<String> names, String action) {
        return new Tree().put("names", names).put("action", action);
    }
}
