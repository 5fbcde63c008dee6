package dev.lamina.app.testing;

import dev.lamina.assembler.registry.RemoteNames;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Knows some tags, and what they stand for.
public final class FakeRegistry implements RemoteNames {
    private final Map<ImageRef, Digest> images = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    /// @param letter a hex digit that the digest consists of
    public FakeRegistry with(String image, char letter) {
        return with(image, digest(letter));
    }

    public FakeRegistry with(String image, Digest digest) {
        images.put(ImageRef.parse(image), digest);
        return this;
    }

    public static Digest digest(char letter) {
        return new Digest(String.valueOf(letter).repeat(64));
    }

    /// What it was asked for, in order.
    public List<String> asked() {
        return asked;
    }

    @Override
    public Digest digest(ImageRef ref, Reporter reporter) {
        asked.add(ref.name());
        Digest digest = images.get(ref);
        if (digest == null) {
            throw new InputException("the registry has no image " + ref, "look for another name");
        }
        return digest;
    }

    @Override
    public List<String> tags(ImageRef ref, Reporter reporter) {
        asked.add(ref.repository());
        return images.keySet().stream()
                .filter(image -> image.repository().equals(ref.repository()))
                .flatMap(image -> image.tag().stream())
                .toList();
    }
}
