package dev.lamina.app.cli;

import dev.lamina.app.operation.UpdateCatalogue.Updated;
import dev.lamina.assembler.catalogue.ImageFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lamina pkg update`.
@Command(
        name = "update",
        header = "Pin the current versions of Debian's packages.",
        description = "Writes ARCH.lock beside lamina-pkg.yml, for packages that the built-in components do not have.",
        footer = {"", "Examples:", "  lamina pkg update greet"})
final class PkgUpdateCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders with lamina-pkg.yml.")
    List<Path> folders = List.of();

    PkgUpdateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Updated> updated = new ArrayList<>();
        try (ProgressView progress = session.progress()) {
            for (Path folder : folders) {
                Path place = session.environment().directory().resolve(folder).normalize();
                ImageFolder described = ImageFolder.in(place, ImageFolder.DESCRIPTION);
                updated.addAll(session.operations().updateCatalogue().update(described, progress.reporter()));
            }
        }
        updated.forEach(lock -> LockChanges.print(session, lock));
        return 0;
    }
}
