package dev.lamina.model.oci;

import dev.lamina.model.SeccompChoice;
import dev.lamina.model.tree.Tree;
import dev.lamina.model.value.Arch;
import java.util.Optional;

/// The filter for the system calls of a container that asks for one.
final class Seccomp {
    private Seccomp() {}

    /// Empty without the annotation.
    static Tree of(SpecLayers spec, Capabilities capabilities, Arch arch, Faults faults) {
        return choice(spec)
                .filter(given -> given.value().equals(SeccompChoice.DEFAULT.text()))
                .map(given -> SeccompTable.DEFAULT
                        .tree(arch, capabilities.bounding())
                        .orElseGet(() -> unknown(arch, given.origin(), faults)))
                .orElseGet(Tree::new);
    }

    private static Tree unknown(Arch arch, Origin origin, Faults faults) {
        faults.add(
                origin,
                "there is no seccomp profile for %s, which %s asks for".formatted(arch, origin.subject()),
                Optional.of("write %s: %s".formatted(SeccompChoice.ANNOTATION, SeccompChoice.UNCONFINED.text())));
        return new Tree();
    }

    /// Other annotations in the document replace those of the label, but none should switch off a protection unasked.
    static Optional<Given<String>> choice(SpecLayers spec) {
        return spec.traced(
                "annotations",
                layer ->
                        layer.annotations().flatMap(notes -> Optional.ofNullable(notes.get(SeccompChoice.ANNOTATION))));
    }
}
