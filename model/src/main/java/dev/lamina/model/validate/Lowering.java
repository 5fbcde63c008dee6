package dev.lamina.model.validate;

import dev.lamina.model.check.ContainerView;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.Report;
import dev.lamina.model.check.Severity;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.SourceMap;
import java.util.Optional;

/// Lowers findings of what is known to be part of a system: a console or a mount needs rights that a web server must
/// not have.
record Lowering(Profile profile, SourceMap sources) {
    private static final String LINUXKIT = "docker.io/linuxkit/";

    /// The finding, or the same as information with the reason.
    Finding apply(Finding finding, Report report, Optional<ContainerView> container) {
        if (container.isEmpty() || finding.severity() == Severity.ERROR) {
            return finding;
        }
        ImageRef image = container.get().ref();
        return switch (profile) {
            case RESTRICTED -> finding;
            case BASELINE -> image.builtIn() && !byDocument(report, container.get()) ? own(finding, image) : finding;
            case SYSTEM ->
                image.builtIn() || image.name().startsWith(LINUXKIT)
                        ? finding.lowered(Severity.INFO, image.repository() + " is a known part of systems")
                        : finding;
        };
    }

    private static Finding own(Finding finding, ImageRef image) {
        return finding.lowered(
                Severity.INFO,
                "%s comes so, as its job needs it; see 'lamina catalogue show %s'".formatted(image, image.component()));
    }

    /// Whether the author of the document gave the value that was found.
    private boolean byDocument(Report report, ContainerView container) {
        if (report.origin().isPresent()) {
            return report.origin().get().kind() == Origin.Kind.DOCUMENT;
        }
        String path = report.path();
        return sources.spans().containsKey(path)
                && !path.equals(container.path())
                && !path.equals(container.path("image"));
    }
}
