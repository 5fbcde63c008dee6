package dev.lamina.assembler.packages.download;

import java.nio.file.Path;
import java.util.List;

/// What came of asking all mirrors for a file.
public sealed interface Fetched {

    /// The file is in the cache, its hash checked.
    record Got(Path file) implements Fetched {}

    /// No mirror gave it.
    ///
    /// @param problems one for each mirror, in the order in which they were asked
    record Missed(List<MirrorProblem> problems) implements Fetched {
        public Missed {
            problems = List.copyOf(problems);
        }

        /// Whether a mirror was there to say that it does not have the file, or to send something else.
        public boolean answered() {
            return problems.stream().anyMatch(problem -> problem.kind() != MirrorProblem.Kind.UNREACHABLE);
        }

        /// Whether a mirror said that it does not have the file.
        public boolean lacking() {
            return problems.stream().anyMatch(problem -> problem.kind() == MirrorProblem.Kind.LACKING);
        }
    }
}
