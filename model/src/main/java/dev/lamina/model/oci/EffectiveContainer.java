package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec.Device;
import dev.lamina.model.ContainerSpec.IdMapping;
import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.ContainerSpec.Resources;
import dev.lamina.model.Owner;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.Capability;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a container will be: document, image label, image configuration and defaults in one, each value with the place
/// it comes from. The same as its OCI runtime spec says, in the terms of the document. Nothing in it is checked.
///
/// @param capabilities each word as it is written, e.g. `CAP_CHOWN` or `all`, each once
/// @param ambient in the same way
/// @param held the capabilities that these words name; words that name none are left out
/// @param heldAmbient those of `ambient`
/// @param mounts what is mounted inside, one at each destination, the defaults included, sorted by destination
/// @param replaced the mounts that are lost to others with the same destination
/// @param net `root` when it is the system's, `new`, `none`, or the path of a namespace; so are `ipc`, `uts`, `userns`
/// @param pid `new` unless given
/// @param userId the number of `uid`; 0 for the name of no container
/// @param seccomp the choice of system calls in the annotations, of which the label's stands beside others of the
/// document
/// @param labelProblems what is wrong with the label of the image
public record EffectiveContainer(
        Given<List<String>> command,
        Given<List<String>> env,
        Given<String> cwd,
        List<Given<String>> capabilities,
        List<Given<String>> ambient,
        Set<Capability> held,
        Set<Capability> heldAmbient,
        List<Given<Mount>> mounts,
        List<Replaced> replaced,
        Given<String> net,
        Given<String> pid,
        Given<String> ipc,
        Given<String> uts,
        Given<String> userns,
        Given<Boolean> readonly,
        Given<Boolean> noNewPrivileges,
        Given<List<String>> maskedPaths,
        Given<List<String>> readonlyPaths,
        Given<Owner> uid,
        Given<Owner> gid,
        long userId,
        List<Given<Owner>> additionalGids,
        Given<String> hostname,
        Optional<Given<Integer>> oomScoreAdj,
        Given<String> rootfsPropagation,
        Given<String> cgroupsPath,
        Given<Map<String, String>> sysctl,
        Given<Map<String, String>> annotations,
        Given<String> seccomp,
        List<Given<String>> rlimits,
        List<Given<Device>> devices,
        List<Given<IdMapping>> uidMappings,
        List<Given<IdMapping>> gidMappings,
        Optional<Given<Resources>> resources,
        EffectiveRuntime runtime,
        List<Problem> labelProblems) {

    /// Whether `all` is among the words: every capability there is.
    public boolean holdsAll() {
        return held.size() == Capability.values().length;
    }

    public boolean holds(Capability capability) {
        return held.contains(capability);
    }

    /// Whether the namespace is the system's own.
    public static boolean shared(Given<String> namespace) {
        return namespace.value().equals("root") || namespace.value().equals("host");
    }

    /// What is mounted exactly at this destination.
    public Optional<Given<Mount>> mountAt(String destination) {
        return mounts.stream()
                .filter(mount -> mount.value().destination().equals(destination))
                .findFirst();
    }
}
