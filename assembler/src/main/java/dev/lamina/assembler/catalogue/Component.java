package dev.lamina.assembler.catalogue;

import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// A component of a catalogue: what it is, and what its image is made of.
///
/// @param origin where its description comes from
/// @param folder where its files are, e.g. `components/getty`
/// @param summary one line
/// @param description some sentences for someone who wonders whether to use it
/// @param icon a name, for the window
/// @param licence an SPDX expression
/// @param layers names of the shared layers below its own, bottom first
/// @param entrypoint what the image starts; empty when its command is all of it
/// @param config JSON for the label `org.mobyproject.config`; empty when it has none
/// @param reasons why it needs each privilege, by capability, key or path
/// @param ports that it listens on, e.g. `80/tcp`
/// @param data folders of the system where it keeps what should outlive a restart
/// @param modules by name: those that the image of a kernel has; of another component, those that it needs of the
/// kernel
/// @param kernelConfig whether it needs to know with which options the kernel was made
/// @param cmdlines what a kernel should be told, by architecture
/// @param arches for which it can be made
public record Component(
        String name,
        Origin origin,
        String folder,
        Section section,
        String summary,
        String description,
        String icon,
        String licence,
        List<String> layers,
        Contents contents,
        List<String> entrypoint,
        List<String> command,
        List<String> env,
        String config,
        Map<String, String> reasons,
        List<String> ports,
        List<String> data,
        List<String> modules,
        boolean kernelConfig,
        Map<Arch, String> cmdlines,
        SortedSet<Arch> arches) {
    public Component {
        layers = List.copyOf(layers);
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        env = List.copyOf(env);
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        ports = List.copyOf(ports);
        data = List.copyOf(data);
        modules = List.copyOf(modules);
        cmdlines = Map.copyOf(cmdlines);
        arches = Collections.unmodifiableSortedSet(new TreeSet<>(arches));
    }

    /// Whether a kernel has to bring along something for it.
    boolean needsOfKernel() {
        return section != Section.KERNEL && (kernelConfig || !modules.isEmpty());
    }

    /// The same under another name.
    Component named(String other) {
        return new Component(
                other,
                origin,
                folder,
                section,
                summary,
                description,
                icon,
                licence,
                layers,
                contents,
                entrypoint,
                command,
                env,
                config,
                reasons,
                ports,
                data,
                modules,
                kernelConfig,
                cmdlines,
                arches);
    }

    /// What compositions call it, e.g. `lamina/getty`.
    public String reference() {
        return origin.prefix() + name;
    }

    /// The image that is made of it.
    public ImageRef image() {
        return ImageRef.parse(reference());
    }

    /// The configuration that its image has.
    public ImageConfig imageConfig() {
        Map<String, String> labels = config.isEmpty() ? Map.of() : Map.of(ImageConfig.CONFIG_LABEL, config);
        return entrypoint.isEmpty()
                ? new ImageConfig(command, List.of(), env, "", "", labels)
                : new ImageConfig(entrypoint, command, env, "", "", labels);
    }

    /// Who described a component. That decides what it is called in compositions.
    public enum Origin {
        BUILT_IN("lamina/"),
        OWN("local/"),

        /// Described alone, with the name of the image.
        PACKAGE("");

        private final String prefix;

        Origin(String prefix) {
            this.prefix = prefix;
        }

        public String prefix() {
            return prefix;
        }
    }

    /// The part of a composition where it belongs.
    public enum Section {
        KERNEL("kernel"),
        INIT("init"),
        ONBOOT("onboot"),
        ONSHUTDOWN("onshutdown"),
        SERVICE("service");

        private final String word;

        Section(String word) {
            this.word = word;
        }

        static Optional<Section> parse(String word) {
            return Arrays.stream(values())
                    .filter(section -> section.word.equals(word))
                    .findFirst();
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
