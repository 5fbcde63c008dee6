package dev.lamina.model.check.privilege;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.HostBind;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.oci.EffectiveContainer;
import dev.lamina.model.oci.Given;
import dev.lamina.model.value.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The edits that give a container more capabilities, where the document or else the label has them.
final class AddedCapabilities {
    private AddedCapabilities() {}

    /// Empty when a person has to think about it.
    static Optional<Edit[]> edits(ContainerView container, List<String> words) {
        if (!mechanical(container, words)) {
            return Optional.empty();
        }
        EffectiveContainer spec = container.spec();
        ContainerSpec document = container.container().spec();
        List<Edit> edits = new ArrayList<>();
        List<String> absent = words.stream()
                .filter(word ->
                        Capability.parse(word).map(one -> !spec.holds(one)).orElse(true))
                .toList();
        if (spec.capabilities().stream().anyMatch(AddedCapabilities::isNone)) {
            edits.add(new Edit.Set(container.path("capabilities"), words));
        } else if (document.capabilities().isPresent() || spec.capabilities().isEmpty()) {
            absent.forEach(word -> edits.add(new Edit.Append(container.path("capabilities"), word)));
        } else {
            absent.forEach(word -> edits.add(new Edit.Append(container.path("capabilities.add"), word)));
        }
        if (!root(container)) {
            edits.addAll(ambient(container, words));
        }
        return Optional.of(edits.toArray(Edit[]::new));
    }

    /// What would open the system, or mends only a part, is left to a person: everything, files of the system that a
    /// container with CAP_DAC_OVERRIDE could change, ambient capabilities that root has no use for.
    private static boolean mechanical(ContainerView container, List<String> words) {
        boolean writes = HostBind.of(container).stream().anyMatch(bind -> bind.writable() && !ForeignFiles.data(bind));
        return !words.contains("all")
                && !(writes && words.contains(Capability.DAC_OVERRIDE.text()))
                && !(root(container) && !container.spec().ambient().isEmpty());
    }

    private static boolean root(ContainerView container) {
        return container.spec().userId() == 0;
    }

    /// What the document says replaces all that a label says.
    private static List<Edit> ambient(ContainerView container, List<String> words) {
        List<Given<String>> given = container.spec().ambient();
        if (container.container().spec().ambient().isPresent() && given.stream().noneMatch(word -> isNone(word))) {
            return words.stream()
                    .<Edit>map(word -> new Edit.Append(container.path("ambient"), word))
                    .toList();
        }
        List<String> all = Stream.concat(
                        given.stream().filter(word -> !isNone(word)).map(Given::value), words.stream())
                .distinct()
                .toList();
        return List.of(new Edit.Set(container.path("ambient"), all));
    }

    private static boolean isNone(Given<String> word) {
        return word.value().equalsIgnoreCase("none");
    }
}
