package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.tree.Tree;
import dev.lamina.model.value.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the processes of a container may do beyond an ordinary user.
///
/// @param bounding the sorted union of the other two; also what is permitted and inheritable
/// @param effective as listed, each once
/// @param ambient as listed, each once
record Capabilities(List<String> bounding, List<String> effective, List<String> ambient) {

    static Capabilities of(SpecLayers spec, Faults faults) {
        List<String> effective = listed(
                spec.extended("capabilities", ContainerSpec::capabilities, ContainerSpec::capabilitiesAdd), faults);
        List<String> ambient = listed(spec.tracedList("ambient", ContainerSpec::ambient), faults);
        List<String> bounding = Stream.concat(effective.stream(), ambient.stream())
                .distinct()
                .sorted()
                .toList();
        return new Capabilities(bounding, effective, ambient);
    }

    private static List<String> listed(List<Given<String>> given, Faults faults) {
        List<String> words = given.stream().map(Given::value).distinct().toList();
        if (words.size() == 1) {
            return expand(words.getFirst());
        }
        words.stream()
                .filter(word -> isAll(word) || isNone(word))
                .forEach(word -> joined(word, given.getFirst(), given.getLast(), faults));
        return words;
    }

    private static List<String> expand(String word) {
        if (isNone(word)) {
            return List.of();
        }
        return isAll(word)
                ? Arrays.stream(Capability.values()).map(Capability::text).toList()
                : List.of(word);
    }

    /// Within one list the word is refused when it is read; what is left are a label's list and what is added to it.
    private static void joined(String word, Given<String> labelled, Given<String> added, Faults faults) {
        faults.add(
                added.origin(),
                "%s must stand alone, but %s adds to the capabilities of %s"
                        .formatted(
                                Texts.quote(word),
                                added.origin().subject(),
                                labelled.origin().subject()),
                Optional.of("write capabilities: in place of capabilities.add:, which replaces those of the label"));
    }

    private static boolean isAll(String word) {
        return word.equalsIgnoreCase("all");
    }

    private static boolean isNone(String word) {
        return word.equalsIgnoreCase("none");
    }

    Tree toTree() {
        return new Tree()
                .putUnlessEmpty("bounding", bounding)
                .putUnlessEmpty("effective", effective)
                .putUnlessEmpty("inheritable", bounding)
                .putUnlessEmpty("permitted", bounding)
                .putUnlessEmpty("ambient", ambient);
    }
}
