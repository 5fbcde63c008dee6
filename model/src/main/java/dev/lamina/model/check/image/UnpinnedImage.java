package dev.lamina.model.check.image;

import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Edit;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.util.Optional;
import java.util.function.Consumer;

/// IMG01.
final class UnpinnedImage implements SystemCheck {
    private static final Rule RULE = Rule.of("IMG01", Severity.MEDIUM, "Image that is not pinned")
            .what("""
                    An image of a registry is named without a digest: by a tag, by latest, or by nothing. Lamina's own images are pinned by the
                    program itself.""")
            .why("""
                    A tag is a name that its owner can move at any time, and latest moves with each release: the same document then makes
                    another system. A digest is computed from the content, and whatever does not have it is refused.""")
            .fix("""
                    Append @sha256:… to the reference. The fix does when the image is in the store; lamina lock writes them to a file beside the
                    document.""")
            .withQuickFix()
            .references(
                    "https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests",
                    "kube-linter: latest-tag",
                    "https://github.com/linuxkit/linuxkit/issues/2674")
            .example("""
                    services:
                      - name: web
                        image: nginx:latest
                    """, """
                    services:
                      - name: web
                        image: nginx:1.27@sha256:4c1c50d0ffc614f90b93b07d778028dc765548e823f676fb027f61d281ac380d
                    """);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(SystemView system, Consumer<Report> found) {
        for (Origins image : Origins.of(system)) {
            if (image.ref().digest().isEmpty()) {
                found.accept(report(image, system.image(image.ref()).flatMap(ImageFacts::digest)));
            }
        }
    }

    private static Report report(Origins image, Optional<Digest> digest) {
        ImageRef ref = image.ref();
        String name = Texts.shorten(image.written());
        String message = ref.tag().isEmpty()
                ? "image %s has neither tag nor digest, which means whatever is the latest".formatted(name)
                : ref.tag().get().equals("latest")
                        ? "image %s is whatever is the latest when it is pulled".formatted(name)
                        : "image %s has no digest, and a tag can be moved".formatted(name);
        Report report = Report.at(image.path(), message);
        if (digest.isEmpty()) {
            return report.hint("append the digest of the one that you tested, @sha256:…");
        }
        String pinned = image.written() + "@" + digest.get();
        return report.hint("write " + pinned).fix("Pin " + name, new Edit.Set(image.path(), pinned));
    }
}
