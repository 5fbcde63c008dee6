package dev.lamina.app.cli;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.app.profile.RunProfile;
import dev.lamina.app.profile.SideFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The machine of a composition where the user says nothing else: that of its side file.
///
/// @param backend empty when the side file names none
record UsualMachine(MachineOptions options, Optional<Backend> backend) {

    /// @param inputs as the user gave them; they need not be a composition, and then nothing is said
    /// @throws dev.lamina.model.problem.InvalidCompositionException something is wrong in the side file
    static UsualMachine of(List<String> inputs, Path directory) {
        return SideFile.beside(inputs, directory)
                .map(file -> of(SideFile.of(inputs, file).orThrow().profile(), file))
                .orElse(new UsualMachine(MachineOptions.DEFAULT, Optional.empty()));
    }

    /// @param file that the profile is in
    static UsualMachine of(RunProfile profile, Path file) {
        return new UsualMachine(
                profile.options(file.resolveSibling("")), profile.backend().map(Backend::of));
    }
}
