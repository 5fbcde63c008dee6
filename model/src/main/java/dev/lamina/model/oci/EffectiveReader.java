package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.ContainerSpec.Runtime;
import dev.lamina.model.Owner;
import dev.lamina.model.SeccompChoice;
import dev.lamina.model.Volume;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.Capability;
import dev.lamina.model.yaml.SourceMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads [EffectiveContainer]s off the layers by the same rules as [ConfigJson] writes them.
final class EffectiveReader {
    private final SpecLayers spec;
    private final ImageConfig image;
    private final OwnerIds ids;
    private final List<Volume> volumes;

    EffectiveReader(SpecLayers spec, ImageConfig image, OwnerIds ids, List<Volume> volumes) {
        this.spec = spec;
        this.image = image;
        this.ids = ids;
        this.volumes = volumes;
    }

    EffectiveContainer read(List<Problem> labelProblems) {
        Given<Boolean> readonly = value("readonly", false, ContainerSpec::readonly);
        MountTable mounts =
                MountTable.of(spec, readonly.value(), new VolumePaths(volumes, new Faults(SourceMap.EMPTY)));
        List<Given<String>> capabilities =
                distinct(spec.extended("capabilities", ContainerSpec::capabilities, ContainerSpec::capabilitiesAdd));
        List<Given<String>> ambient = distinct(spec.tracedList("ambient", ContainerSpec::ambient));
        Given<Owner> uid = value("uid", Owner.ROOT, ContainerSpec::uid);
        return new EffectiveContainer(
                imageOr("command", image.command(), ContainerSpec::command),
                imageOr("env", image.env(), ContainerSpec::env),
                spec.tracedText("cwd", cwd(), ContainerSpec::cwd),
                capabilities,
                ambient,
                held(capabilities),
                held(ambient),
                mounts.traced(),
                mounts.replaced(),
                namespace("net", "root", ContainerSpec::net),
                namespace("pid", "new", ContainerSpec::pid),
                namespace("ipc", "root", ContainerSpec::ipc),
                namespace("uts", "root", ContainerSpec::uts),
                namespace("userns", "root", ContainerSpec::userns),
                readonly,
                value("noNewPrivileges", false, ContainerSpec::noNewPrivileges),
                value("maskedPaths", List.of(), ContainerSpec::maskedPaths),
                value("readonlyPaths", List.of(), ContainerSpec::readonlyPaths),
                uid,
                value("gid", Owner.ROOT, ContainerSpec::gid),
                ids.find(uid.value()).orElse(0L),
                spec.tracedList("additionalGids", ContainerSpec::additionalGids),
                text("hostname", ContainerSpec::hostname),
                spec.traced("oomScoreAdj", ContainerSpec::oomScoreAdj),
                text("rootfsPropagation", ContainerSpec::rootfsPropagation),
                text("cgroupsPath", ContainerSpec::cgroupsPath),
                value("sysctl", Map.of(), ContainerSpec::sysctl),
                value("annotations", Map.of(), ContainerSpec::annotations),
                Seccomp.choice(spec).orElseGet(() -> new Given<>(SeccompChoice.UNCONFINED.text(), spec.nobody())),
                spec.tracedList("rlimits", ContainerSpec::rlimits),
                spec.tracedList("devices", ContainerSpec::devices),
                spec.tracedList("uidMappings", ContainerSpec::uidMappings),
                spec.tracedList("gidMappings", ContainerSpec::gidMappings),
                spec.traced("resources", ContainerSpec::resources),
                runtime(),
                labelProblems);
    }

    private <T> Given<T> value(String key, T otherwise, Function<ContainerSpec, Optional<T>> value) {
        return spec.traced(key, value).orElseGet(() -> new Given<>(otherwise, spec.nobody()));
    }

    private <T> Given<List<T>> imageOr(String key, List<T> ofImage, Function<ContainerSpec, Optional<List<T>>> values) {
        return spec.traced(key, values)
                .orElseGet(() -> new Given<>(ofImage, ofImage.isEmpty() ? spec.nobody() : inImage()));
    }

    private Given<String> cwd() {
        return image.workingDir().isEmpty()
                ? new Given<>("/", spec.nobody())
                : new Given<>(image.workingDir(), inImage());
    }

    private Given<String> namespace(String key, String otherwise, Function<ContainerSpec, Optional<String>> text) {
        return spec.tracedText(key, new Given<>(otherwise, spec.nobody()), text);
    }

    private Given<String> text(String key, Function<ContainerSpec, Optional<String>> text) {
        return value(key, "", text);
    }

    private Origin inImage() {
        return new Origin(
                Origin.Kind.IMAGE,
                spec.inLabel().path(),
                spec.inLabel().subject().replace("the label of ", "the configuration of "));
    }

    private static List<Given<String>> distinct(List<Given<String>> words) {
        Set<String> seen = new HashSet<>();
        return words.stream().filter(word -> seen.add(word.value())).toList();
    }

    private static Set<Capability> held(List<Given<String>> words) {
        Set<Capability> held = EnumSet.noneOf(Capability.class);
        words.forEach(word -> held.addAll(Capability.named(word.value())));
        return Collections.unmodifiableSet(held);
    }

    private EffectiveRuntime runtime() {
        RuntimeConfig merged =
                new RuntimeLayers(spec.document().runtime(), spec.label().runtime()).merge();
        return new EffectiveRuntime(
                runtimeList("cgroups", Runtime::cgroups),
                runtimeList("mounts", Runtime::mounts),
                runtimeList("mkdir", Runtime::mkdir),
                runtimeList("interfaces", Runtime::interfaces),
                merged.bindNamespaces(),
                merged.namespace(),
                runtimeOrigins());
    }

    private Map<String, Origin> runtimeOrigins() {
        Map<String, Origin> origins = new HashMap<>();
        runtimeOrigin("namespace", Runtime::namespace, origins);
        runtimeOrigin("bindNS.cgroup", runtime -> runtime.bindNamespaces().cgroup(), origins);
        runtimeOrigin("bindNS.ipc", runtime -> runtime.bindNamespaces().ipc(), origins);
        runtimeOrigin("bindNS.mnt", runtime -> runtime.bindNamespaces().mnt(), origins);
        runtimeOrigin("bindNS.net", runtime -> runtime.bindNamespaces().net(), origins);
        runtimeOrigin("bindNS.pid", runtime -> runtime.bindNamespaces().pid(), origins);
        runtimeOrigin("bindNS.user", runtime -> runtime.bindNamespaces().user(), origins);
        runtimeOrigin("bindNS.uts", runtime -> runtime.bindNamespaces().uts(), origins);
        return origins;
    }

    private void runtimeOrigin(String key, Function<Runtime, Optional<String>> value, Map<String, Origin> origins) {
        if (value.apply(spec.document().runtime()).isPresent()) {
            origins.put(key, spec.inDocument().key("runtime").key(key));
        } else if (value.apply(spec.label().runtime()).isPresent()) {
            origins.put(key, spec.inLabel().key("runtime").key(key));
        }
    }

    private <T> List<Given<T>> runtimeList(String key, Function<Runtime, Optional<List<T>>> values) {
        Optional<List<T>> inDocument = values.apply(spec.document().runtime());
        Origin holder = (inDocument.isPresent() ? spec.inDocument() : spec.inLabel())
                .key("runtime")
                .key(key);
        List<T> list = inDocument.or(() -> values.apply(spec.label().runtime())).orElse(List.of());
        List<Given<T>> given = new ArrayList<>();
        for (T value : list) {
            given.add(new Given<>(value, holder.element(given.size())));
        }
        return given;
    }
}
