package dev.lamina.model.check.image;

import dev.lamina.model.check.Report;
import dev.lamina.model.check.Rule;
import dev.lamina.model.check.Severity;
import dev.lamina.model.check.SystemCheck;
import dev.lamina.model.check.SystemView;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// IMG02. One finding for a system, as it is about how images are got, and not about one of them.
final class UnverifiedImages implements SystemCheck {
    private static final Rule RULE = Rule.of("IMG02", Severity.MEDIUM, "Images that nothing verifies")
            .what("""
                    Images are taken from a registry as it gives them: no digest in the document says what they have to be, and no signature
                    says who made them.""")
            .why("""
                    Lamina checks no signatures of images yet, and has no policy that would ask for them; LinuxKit's own way, Notary v1, is gone.
                    Encryption shows which registry was asked, not who put the image there. A digest does not say who made an image
                    either, but it makes sure that all machines get the one that was looked at.""")
            .fix("Look at the images once, with lamina sbom for instance, and pin them by digest.")
            .references("https://github.com/lf-edge/eve/issues/2566", "https://csrc.nist.gov/pubs/sp/800/190/final")
            .example("""
                    services:
                      - name: web
                        image: nginx:1.27
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
        List<Origins> images = Origins.of(system).stream()
                .filter(image -> image.ref().digest().isEmpty())
                .toList();
        if (images.isEmpty()) {
            return;
        }
        long count = images.stream().map(Origins::ref).distinct().count();
        String registries =
                images.stream().map(Origins::registry).distinct().sorted().collect(Collectors.joining(", "));
        found.accept(Report.at(
                        images.getFirst().path(),
                        "%d %s of %s taken as the registry gives %s: no digest is given and no signature is checked"
                                .formatted(
                                        count,
                                        count == 1 ? "image" : "images",
                                        registries + (count == 1 ? " is" : " are"),
                                        count == 1 ? "it" : "them"))
                .hint("pin images by digest; signatures are not checked by Lamina yet"));
    }
}
