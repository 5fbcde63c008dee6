package dev.lamina.app.cli;

import dev.lamina.assembler.sbom.SbomChoice;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The list of a system's software within it; the options have LinuxKit's names.
final class SbomOptions {
    @Option(names = "--no-sbom", description = "Put no list of its software (SPDX) into the system.")
    boolean none;

    @Option(
            names = "--sbom-output",
            paramLabel = "PATH",
            defaultValue = SbomChoice.FILE,
            description = "Where that list is in the system (default: ${DEFAULT-VALUE}).")
    String path = SbomChoice.FILE;

    @Option(
            names = "--sbom-current-time",
            description = "Say in it that it was made now; then the same files do not give the same bytes.")
    boolean now;

    /// Empty when there is to be none.
    Optional<SbomChoice> choice() {
        return none ? Optional.empty() : Optional.of(new SbomChoice(path, created()));
    }

    private Instant created() {
        return now ? Clock.systemUTC().instant() : SbomChoice.ALWAYS;
    }
}
