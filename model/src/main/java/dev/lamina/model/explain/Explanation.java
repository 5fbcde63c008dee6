package dev.lamina.model.explain;

import java.util.List;
import java.util.Optional;

/// What something in a composition is, in plain words. All parts but title, example and sources are
/// sentences; words between backticks are written as they stand there.
///
/// @param title the word itself, e.g. `readonly` or `CAP_SYS_ADMIN`
/// @param summary one line
/// @param detail what happens, and why one would want it
/// @param attacker of a capability: what somebody gains who takes over a program that has it
/// @param need of a capability: which programs really need it
/// @param otherwise of a key: what counts where it is not given
/// @param example YAML, or a word of the command line
/// @param sources where this can be read
public record Explanation(
        String title,
        String summary,
        String detail,
        Optional<String> attacker,
        Optional<String> need,
        Optional<String> otherwise,
        Optional<String> example,
        List<String> sources) {
    public Explanation {
        sources = List.copyOf(sources);
    }
}
