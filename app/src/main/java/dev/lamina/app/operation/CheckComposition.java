package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.part.Images;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.ReadResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds what is wrong with a composition without looking at anything but the composition and the catalogue.
public final class CheckComposition {
    private final Catalogue catalogue;

    public CheckComposition(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// What the reader found, and built-in images that do not exist.
    public List<Problem> check(ReadResult read) {
        List<Problem> problems = new ArrayList<>(read.problems());
        Images.of(read.composition())
                .forEach((image, use) -> unknown(image)
                        .ifPresent(e -> problems.add(new Problem(
                                read.sources().find(use.path()).orElseGet(() -> SourceSpan.at("composition", 1, 1)),
                                use.component() + ": " + e.getMessage(),
                                e.hint()))));
        if (problems.size() > read.problems().size()) {
            problems.sort(
                    Comparator.comparing((Problem problem) -> problem.span().file())
                            .thenComparing(problem -> problem.span().line())
                            .thenComparing(problem -> problem.span().column()));
        }
        return problems;
    }

    private Optional<InputException> unknown(ImageRef image) {
        if (!image.builtIn()) {
            return Optional.empty();
        }
        try {
            catalogue.get(image);
            return Optional.empty();
        } catch (InputException e) {
            return Optional.of(e);
        }
    }
}
