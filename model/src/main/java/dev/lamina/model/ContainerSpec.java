package dev.lamina.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What a document or an image's `org.mobyproject.config` label says about a container. An empty `Optional` means the
/// key is absent; a present empty list clears what the label says.
public record ContainerSpec(
        Optional<List<String>> capabilities,
        Optional<List<String>> capabilitiesAdd,
        Optional<List<String>> ambient,
        Optional<List<Mount>> mounts,
        Optional<List<String>> binds,
        Optional<List<String>> bindsAdd,
        Optional<List<String>> tmpfs,
        Optional<List<String>> command,
        Optional<List<String>> env,
        Optional<String> cwd,
        Optional<String> net,
        Optional<String> pid,
        Optional<String> ipc,
        Optional<String> uts,
        Optional<String> userns,
        Optional<Boolean> readonly,
        Optional<List<String>> maskedPaths,
        Optional<List<String>> readonlyPaths,
        Optional<Owner> uid,
        Optional<Owner> gid,
        Optional<List<Owner>> additionalGids,
        Optional<Boolean> noNewPrivileges,
        Optional<String> hostname,
        Optional<Integer> oomScoreAdj,
        Optional<String> rootfsPropagation,
        Optional<String> cgroupsPath,
        Optional<Resources> resources,
        Optional<Map<String, String>> sysctl,
        Optional<List<String>> rlimits,
        Optional<Map<String, String>> annotations,
        Optional<List<IdMapping>> uidMappings,
        Optional<List<IdMapping>> gidMappings,
        Optional<List<Device>> devices,
        Runtime runtime) {

    public ContainerSpec withEnv(List<String> other) {
        return new ContainerSpec(
                capabilities,
                capabilitiesAdd,
                ambient,
                mounts,
                binds,
                bindsAdd,
                tmpfs,
                command,
                Optional.of(other),
                cwd,
                net,
                pid,
                ipc,
                uts,
                userns,
                readonly,
                maskedPaths,
                readonlyPaths,
                uid,
                gid,
                additionalGids,
                noNewPrivileges,
                hostname,
                oomScoreAdj,
                rootfsPropagation,
                cgroupsPath,
                resources,
                sysctl,
                rlimits,
                annotations,
                uidMappings,
                gidMappings,
                devices,
                runtime);
    }

    /// Empty texts mean "not given".
    public record Mount(
            String destination,
            String type,
            String source,
            List<String> options,
            List<IdMapping> uidMappings,
            List<IdMapping> gidMappings) {}

    public record Device(String path, String type, long major, long minor, String mode) {}

    public record IdMapping(long hostId, long containerId, long size) {}

    /// The `runtime` object. Its members merge with the label's one by one.
    public record Runtime(
            Optional<List<String>> cgroups,
            Optional<List<Mount>> mounts,
            Optional<List<String>> mkdir,
            Optional<List<Interface>> interfaces,
            BindNamespaces bindNamespaces,
            Optional<String> namespace) {}

    public record Interface(String name, String add, String peer, boolean createInRoot) {}

    public record BindNamespaces(
            Optional<String> cgroup,
            Optional<String> ipc,
            Optional<String> mnt,
            Optional<String> net,
            Optional<String> pid,
            Optional<String> user,
            Optional<String> uts) {}

    /// Limits, with the meaning and units of the OCI runtime specification.
    public record Resources(
            List<DeviceRule> devices,
            Optional<Memory> memory,
            Optional<Cpu> cpu,
            OptionalLong pidsLimit,
            Optional<BlockIo> blockIo,
            List<HugepageLimit> hugepageLimits,
            Optional<Network> network) {}

    public record DeviceRule(boolean allow, String type, OptionalLong major, OptionalLong minor, String access) {}

    public record Memory(
            OptionalLong limit,
            OptionalLong reservation,
            OptionalLong swap,
            OptionalLong kernel,
            OptionalLong kernelTcp,
            OptionalLong swappiness,
            Optional<Boolean> disableOomKiller) {}

    public record Cpu(
            OptionalLong shares,
            OptionalLong quota,
            OptionalLong period,
            OptionalLong realtimeRuntime,
            OptionalLong realtimePeriod,
            String cpus,
            String mems) {}

    public record BlockIo(
            OptionalLong weight,
            OptionalLong leafWeight,
            List<WeightDevice> weightDevice,
            List<ThrottleDevice> throttleReadBps,
            List<ThrottleDevice> throttleWriteBps,
            List<ThrottleDevice> throttleReadIops,
            List<ThrottleDevice> throttleWriteIops) {}

    public record WeightDevice(long major, long minor, OptionalLong weight, OptionalLong leafWeight) {}

    public record ThrottleDevice(long major, long minor, long rate) {}

    public record HugepageLimit(long pageSize, long limit) {}

    public record Network(OptionalLong classId, List<NetworkPriority> priorities) {}

    public record NetworkPriority(String name, long priority) {}
}
