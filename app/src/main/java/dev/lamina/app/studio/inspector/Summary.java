package dev.lamina.app.studio.inspector;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Severity;
import dev.lamina.model.exposure.Exposure;
import dev.lamina.model.exposure.SystemScore;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A document in a few words: what is in it, how exposed it is, and what to do next.
///
/// @param kernel e.g. `lamina/kernel`; empty when there is none
/// @param counts of components, the lanes that have any
/// @param exposed the component that makes the system's score; empty when nothing is known
/// @param problems how many, the serious ones first
/// @param next what to do next, the most urgent first
record Summary(
        String kernel,
        Map<Lane, Integer> counts,
        Optional<ComponentScore> exposed,
        Map<Severity, Long> problems,
        List<Step> next) {
    private static final Texts TEXTS = Texts.of(Summary.class);

    /// @param words a sentence
    /// @param path where to do it; empty when it is nowhere yet
    record Step(String words, String path) {}

    static Summary of(Composition composition, Optional<Reviewed> reviewed) {
        Map<Lane, Integer> counts = new LinkedHashMap<>();
        for (Lane lane : Lane.values()) {
            int count = Place.count(composition, lane);
            if (count > 0) {
                counts.put(lane, count);
            }
        }
        List<Finding> findings =
                reviewed.map(each -> each.validation().findings()).orElse(List.of());
        Optional<ComponentScore> exposed =
                reviewed.map(each -> Exposure.of(each.system())).flatMap(SystemScore::dominating);
        return new Summary(
                composition.kernel().image().map(ImageRef::name).orElse(""),
                counts,
                exposed,
                bySeverity(findings),
                steps(composition, findings));
    }

    private static Map<Severity, Long> bySeverity(List<Finding> findings) {
        Map<Severity, Long> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.severity() == severity)
                    .count();
            if (count > 0) {
                counts.put(severity, count);
            }
        }
        return counts;
    }

    private static List<Step> steps(Composition composition, List<Finding> findings) {
        List<Step> steps = new ArrayList<>();
        if (composition.kernel().image().isEmpty()) {
            steps.add(new Step(TEXTS.get("next.kernel"), ""));
        }
        if (composition.init().isEmpty()) {
            steps.add(new Step(TEXTS.get("next.init"), ""));
        }
        if (composition.services().isEmpty() && composition.onboot().isEmpty()) {
            steps.add(new Step(TEXTS.get("next.services"), ""));
        }
        findings.stream()
                .filter(finding -> finding.severity().atLeast(Severity.HIGH))
                .filter(finding -> !finding.path().isEmpty())
                .min(Comparator.comparing(Finding::severity))
                .ifPresent(
                        finding -> steps.add(new Step(TEXTS.get("next.problem", finding.message()), finding.path())));
        if (steps.isEmpty()) {
            steps.add(new Step(TEXTS.get("next.select"), ""));
        }
        return steps;
    }
}
