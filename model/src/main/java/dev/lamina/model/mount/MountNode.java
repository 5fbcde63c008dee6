package dev.lamina.model.mount;

import dev.lamina.model.oci.Origin;
import java.util.List;
import java.util.Optional;

/// A mount, as the kernel has it when the program of a container starts, with what is mounted below it.
///
/// @param target in the container, or in the system; clean
/// @param type of the file system, `bind` for a part of the system
/// @param source a path of the system for a bind
/// @param spread which way later mounts spread; empty where there is no other side
/// @param origin where it was asked for; empty for what comes along with a bind, or is the init's
/// @param by who mounts it, in words
/// @param hiddenBy what is mounted over it, so that it cannot be seen
/// @param notes what to know of it, each a few words
/// @param missing whether its source will not exist
public record MountNode(
        String target,
        String type,
        String source,
        List<String> options,
        Optional<Spread> spread,
        Optional<Origin> origin,
        String by,
        Optional<String> hiddenBy,
        List<String> notes,
        boolean missing,
        List<MountNode> children) {

    public MountNode {
        options = List.copyOf(options);
        notes = List.copyOf(notes);
        children = List.copyOf(children);
    }

    MountNode hidden(String over) {
        return new MountNode(
                target, type, source, options, spread, origin, by, Optional.of(over), notes, missing, children);
    }

    MountNode with(List<MountNode> others) {
        return new MountNode(target, type, source, options, spread, origin, by, hiddenBy, notes, missing, others);
    }
}
