package dev.lamina.app.testing;

import dev.lamina.app.operation.ReadComposition;
import dev.lamina.app.operation.RemoteText;
import dev.lamina.assembler.http.HttpSettings;
import dev.lamina.model.yaml.CompositionReader;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Path;

/// Reads documents of a folder, in a world without git.
public final class LocalDocuments {
    private LocalDocuments() {}

    public static ReadComposition in(Path folder) {
        return new ReadComposition(
                new CompositionReader(),
                folder,
                new RemoteText(HttpSettings.usual(ProxySelector.getDefault())),
                (place, arguments) -> {
                    throw new IOException("there is no git");
                });
    }
}
