package dev.lamina.app.operation;

import dev.lamina.model.Kernel;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.KernelFacts;
import dev.lamina.model.check.StartedProgram;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was read of images before, by all that it depends on. What nobody asks for any more is forgotten. Whoever
/// asks twice for the same gets the same object. Not for several threads.
final class ImageMemory {
    private Map<Object, Object> before = Map.of();
    private final Map<Object, Object> now = new HashMap<>();

    /// An image never changes under its digest; which names it has for what architectures may.
    record ImageKey(
            ImageRef ref, Digest manifest, Optional<Digest> pin, List<Arch> arches, Set<StartedProgram> starts) {
        ImageKey {
            arches = List.copyOf(arches);
            starts = Set.copyOf(starts);
        }
    }

    record KernelKey(Digest manifest, Kernel kernel, Set<ImageRef> images) {
        KernelKey {
            images = Set.copyOf(images);
        }
    }

    interface Reading<T> {
        T read() throws IOException;
    }

    ImageFacts image(ImageKey key, Reading<ImageFacts> reading) throws IOException {
        return (ImageFacts) known(key, reading);
    }

    @SuppressWarnings("unchecked") // a key of a kernel has nothing else
    Optional<KernelFacts> kernel(KernelKey key, Reading<Optional<KernelFacts>> reading) throws IOException {
        return (Optional<KernelFacts>) known(key, reading);
    }

    private Object known(Object key, Reading<?> reading) throws IOException {
        @Nullable Object known = now.get(key);
        if (known == null) {
            known = before.get(key);
        }
        Object value = known == null ? reading.read() : known;
        now.put(key, value);
        return value;
    }

    /// From here on only what is asked for stays.
    void begin() {
        before = Map.copyOf(now);
        now.clear();
    }
}
