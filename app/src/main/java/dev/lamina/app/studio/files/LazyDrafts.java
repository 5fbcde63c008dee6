package dev.lamina.app.studio.files;

import dev.lamina.app.operation.Drafts;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The drafts of the window, whose folder is made when it is needed.
final class LazyDrafts implements Supplier<Drafts>, AutoCloseable {
    private final Path folder;
    private @Nullable Drafts drafts;
    private boolean closed;

    LazyDrafts(Path folder) {
        this.folder = folder;
    }

    /// Call in the background.
    @Override
    public synchronized Drafts get() {
        if (drafts == null) {
            if (closed) {
                throw new IllegalStateException("the window is closed");
            }
            drafts = Drafts.in(folder);
        }
        return drafts;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (drafts != null) {
            drafts.close();
        }
    }
}
