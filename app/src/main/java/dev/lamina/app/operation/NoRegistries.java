package dev.lamina.app.operation;

import dev.lamina.assembler.registry.RemoteNames;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.util.List;

/// Where no registry can be asked.
public final class NoRegistries implements RemoteNames {
    @Override
    public Digest digest(ImageRef ref, Reporter reporter) {
        throw absent(ref);
    }

    @Override
    public List<String> tags(ImageRef ref, Reporter reporter) {
        throw absent(ref);
    }

    private static EnvironmentException absent(ImageRef ref) {
        return new EnvironmentException(
                "the registry of " + ref + " cannot be asked", "import the image with 'lamina image import' first");
    }
}
