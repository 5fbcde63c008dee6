package dev.lamina.assembler.registry;

import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.List;

/// What registries say about names, without fetching images.
public interface RemoteNames {

    /// What the name stands for now: the digest of the index, or of the manifest where there is no index.
    ///
    /// @throws dev.lamina.model.problem.InputException the registry has no such image
    /// @throws dev.lamina.model.problem.EnvironmentException the registry cannot be asked
    Digest digest(ImageRef ref, Reporter reporter) throws IOException;

    /// All tags of the image's repository, as the registry orders them.
    List<String> tags(ImageRef ref, Reporter reporter) throws IOException;
}
