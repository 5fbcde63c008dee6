package dev.lamina.model.validate;

import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Need;
import dev.lamina.model.check.Severity;
import java.util.List;

/// What a review found.
///
/// @param findings in the order of the documents
/// @param waived what a waiver allows
/// @param skipped the rules that could not look at everything
public record Validation(List<Finding> findings, List<Finding> waived, List<Skipped> skipped) {
    public Validation {
        findings = List.copyOf(findings);
        waived = List.copyOf(waived);
        skipped = List.copyOf(skipped);
    }

    /// @param need what is not known
    /// @param codes of the rules that need it
    /// @param images those of which it is not known; empty when it is not of an image
    public record Skipped(Need need, List<String> codes, List<String> images) {
        public Skipped {
            codes = List.copyOf(codes);
            images = List.copyOf(images);
        }
    }

    /// Whether there is a finding as serious as this, or more.
    public boolean hasAtLeast(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity().atLeast(severity));
    }
}
