package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.ContainerSpec.Mount;
import dev.lamina.model.yaml.MountDefaults;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is mounted inside of a container, one thing at each destination. What comes later replaces what came before:
/// the defaults, then `tmpfs`, `binds` and `mounts`.
final class MountTable {
    /// Sorted, so that `/dev` comes before `/dev/pts`.
    private final SortedMap<String, Given<Mount>> mounts = new TreeMap<>(ByteOrder.OF_TEXTS);

    private final List<Replaced> replaced = new ArrayList<>();
    private final VolumePaths volumes;
    private final Origin nobody;

    private MountTable(VolumePaths volumes, Origin nobody) {
        this.volumes = volumes;
        this.nobody = nobody;
    }

    static MountTable of(SpecLayers spec, boolean readonly, VolumePaths volumes) {
        MountTable table = new MountTable(volumes, spec.nobody());
        table.defaults(readonly ? List.of("ro") : List.of());
        spec.tracedList("tmpfs", ContainerSpec::tmpfs).forEach(table::tmpfs);
        spec.extended("binds", ContainerSpec::binds, ContainerSpec::bindsAdd).forEach(table::bind);
        spec.tracedList("mounts", ContainerSpec::mounts).forEach(table::mount);
        return table;
    }

    /// As the container gets them.
    List<Mount> mounts() {
        return mounts.values().stream().map(Given::value).toList();
    }

    List<Given<Mount>> traced() {
        return List.copyOf(mounts.values());
    }

    /// What is lost without a word, as something later has the same destination.
    List<Replaced> replaced() {
        return List.copyOf(replaced);
    }

    /// Those of Docker without `/dev/shm` and `/dev/mqueue`, as LinuxKit has them.
    private void defaults(List<String> readonly) {
        put("/proc", "proc", "proc", List.of("nosuid", "nodev", "noexec", "relatime"));
        put("/dev", "tmpfs", "tmpfs", with(readonly, "nosuid", "strictatime", "mode=755", "size=65536k"));
        put("/dev/pts", "devpts", "devpts", List.of("nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620"));
        put("/sys", "sysfs", "sysfs", with(readonly, "nosuid", "noexec", "nodev"));
        put("/sys/fs/cgroup", "cgroup", "cgroup", List.of("nosuid", "noexec", "nodev", "relatime", "ro"));
    }

    /// `destination[:options]`
    private void tmpfs(Given<String> tmpfs) {
        String[] parts = tmpfs.value().split(":", 2);
        put(parts[0], "tmpfs", "tmpfs", parts.length == 2 ? options(parts[1]) : List.of(), tmpfs.origin());
    }

    /// `source:destination[:options]`; the mount is recursive, and shared with the host unless options are given.
    private void bind(Given<String> bind) {
        String[] parts = bind.value().split(":", 3);
        if (parts.length < 2) {
            return; // the reader has said that the destination is missing
        }
        List<String> given = parts.length == 3 ? options(parts[2]) : List.of();
        String source = volumes.resolve(parts[0], given, "bind", bind.origin());
        List<String> options = parts.length == 3
                ? with(List.of("rbind"), given.toArray(String[]::new))
                : List.of("rw", "rbind", "rshared");
        put(parts[1], "bind", source, options, bind.origin());
    }

    private void mount(Given<Mount> given) {
        Mount mount = given.value();
        String type = MountDefaults.type(mount.type(), mount.source(), mount.destination());
        String source = mount.source().isEmpty() ? type : mount.source();
        if (type.equals("bind")) {
            source = volumes.resolve(
                    source, mount.options(), "mount", given.origin().key("source"));
        }
        String destination = MountDefaults.destination(mount.destination(), type);
        put(new Given<>(
                new Mount(destination, type, source, mount.options(), mount.uidMappings(), mount.gidMappings()),
                given.origin()));
    }

    private void put(String destination, String type, String source, List<String> options) {
        put(destination, type, source, options, nobody);
    }

    private void put(String destination, String type, String source, List<String> options, Origin origin) {
        put(new Given<>(new Mount(destination, type, source, options, List.of(), List.of()), origin));
    }

    private void put(Given<Mount> mount) {
        @Nullable Given<Mount> earlier = mounts.put(mount.value().destination(), mount);
        if (earlier != null) {
            replaced.add(new Replaced(earlier, mount));
        }
    }

    private static List<String> options(String text) {
        return Arrays.asList(text.split(",", -1));
    }

    private static List<String> with(List<String> last, String... first) {
        List<String> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(last);
        return all;
    }
}
