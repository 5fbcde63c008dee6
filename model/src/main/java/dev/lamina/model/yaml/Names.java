package dev.lamina.model.yaml;

import dev.lamina.model.Section;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What containers and files of any merged document may refer to by name.
///
/// @param volumes the volumes, with whether they are read-only
/// @param containers the containers, whose names stand for users and groups
/// @param order which services wait for which
record Names(Map<String, Boolean> volumes, Set<String> containers, StartOrder order) {

    static Names of(List<Mapping> roots) {
        Map<String, Boolean> volumes = new LinkedHashMap<>();
        Set<String> containers = new HashSet<>();
        for (Mapping root : roots) {
            Fields fields = new Fields(root);
            for (Fields volume : fields.mappings("volumes")) {
                volume.text("name")
                        .ifPresent(name ->
                                volumes.put(name, volume.truth("readonly").orElse(false)));
            }
            for (Section section : Section.values()) {
                fields.mappings(section.key()).forEach(each -> each.text("name").ifPresent(containers::add));
            }
        }
        return new Names(volumes, containers, StartOrder.of(roots));
    }

    /// Calls back for the text at fault when it is no container's name.
    void checkOwner(Optional<Item> owner, Consumer<Scalar> unknown) {
        if (owner.isPresent()
                && owner.get() instanceof Scalar scalar
                && scalar.type() == Scalar.Type.TEXT
                && !isRoot(scalar.text())
                && !containers.contains(scalar.text())) {
            unknown.accept(scalar);
        }
    }

    /// What was probably meant by the text of an owner that is no container's name.
    Meant ownerMeant(String text) {
        if (Numbers.parse(text).isPresent()) {
            return new Meant(Optional.of("write the number without quotes"), Optional.of(text));
        }
        return Meant.oneOf(text, containers).or("write a number; accounts of images are not looked up");
    }

    static boolean isRoot(String name) {
        return name.isEmpty() || name.equals("root");
    }
}
