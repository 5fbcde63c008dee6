package dev.lamina.model.check.kernel;

import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import java.util.ArrayList;
import java.util.List;

/// The kernel's command line without what is wrong in it. It is one value, so all findings of it have one fix: several
/// would undo each other.
///
/// @param deeds what the fix does
record MendedCmdline(Cmdline cmdline, List<String> deeds) {
    MendedCmdline {
        deeds = List.copyOf(deeds);
    }

    static MendedCmdline of(SystemView system) {
        Cmdline cmdline = Cmdline.parse(system.composition().kernel().effectiveCmdline());
        List<String> deeds = new ArrayList<>();
        if (cmdline.options().stream()
                .anyMatch(word -> WeakeningOption.report(word).isPresent())) {
            cmdline = cmdline.without(word -> WeakeningOption.report(word).isPresent());
            deeds.add("Remove what weakens the kernel");
        }
        for (Consoles consoles :
                Consoles.of(system).filter(Consoles::wrong).stream().toList()) {
            cmdline = consoles.mended(cmdline);
            deeds.add("Put console=%s last".formatted(consoles.shown()));
        }
        return new MendedCmdline(cmdline, deeds);
    }

    String label() {
        return String.join(", ", deeds);
    }

    Edit edit() {
        return cmdline.edit();
    }

    /// This, and more options.
    MendedCmdline with(List<String> options) {
        List<String> all = new ArrayList<>(deeds);
        all.add("Append " + String.join(" ", options));
        return new MendedCmdline(cmdline.with(options), all);
    }
}
