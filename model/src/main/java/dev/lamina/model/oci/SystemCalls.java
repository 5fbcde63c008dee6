package dev.lamina.model.oci;

import dev.lamina.model.tree.Tree;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// System calls that a profile treats alike.
///
/// @param reason why, for people
/// @param capabilities with any of which a container may make them
/// @param otherwise what becomes of those of other containers
/// @param conditions for [Verdict#CONDITIONAL]: it is enough to meet one
/// @param names of libseccomp, sorted
record SystemCalls(
        String name,
        String reason,
        List<String> capabilities,
        Verdict otherwise,
        List<Condition> conditions,
        List<String> names) {

    SystemCalls {
        capabilities = List.copyOf(capabilities);
        conditions = List.copyOf(conditions);
        names = List.copyOf(names);
    }

    enum Verdict {
        ALLOWED,

        /// Allowed with some arguments.
        CONDITIONAL,

        /// The program is told that it may not.
        REFUSED,

        /// The program is told that the kernel has no such call.
        HIDDEN
    }

    Verdict verdict(Collection<String> held) {
        return Collections.disjoint(capabilities, held) ? otherwise : Verdict.ALLOWED;
    }

    /// What an argument must be.
    ///
    /// @param index of the argument, from 0
    /// @param value to compare with; for `SCMP_CMP_MASKED_EQ` the mask
    /// @param valueTwo what the mask must leave
    record Condition(int index, long value, long valueTwo, String op) {
        Tree toTree() {
            Tree tree = new Tree().put("index", index).put("value", value);
            return (valueTwo == 0 ? tree : tree.put("valueTwo", valueTwo)).put("op", op);
        }
    }
}
