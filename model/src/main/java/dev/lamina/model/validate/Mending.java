package dev.lamina.model.validate;

import dev.lamina.model.check.Finding;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.yaml.SourceText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Documents after the fixes of findings, made as one edit.
///
/// @param documents in their order; those without changes are the same objects
/// @param mended the findings whose fixes were made
/// @param refused what could not be changed in place, for example as an alias uses it elsewhere as well
public record Mending(List<SourceText> documents, List<Finding> mended, List<Problem> refused) {
    public Mending {
        documents = List.copyOf(documents);
        mended = List.copyOf(mended);
        refused = List.copyOf(refused);
    }

    /// @param findings those of other files and those without a fix do not count
    public static Mending of(List<SourceText> documents, List<Finding> findings) {
        Set<String> files = documents.stream().map(SourceText::name).collect(Collectors.toSet());
        List<Finding> fixable = findings.stream()
                .filter(finding -> finding.fix().isPresent()
                        && files.contains(finding.span().file()))
                .toList();
        return new Mender(documents).mend(fixable);
    }
}
