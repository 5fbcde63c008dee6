package dev.lamina.model.yaml;

import dev.lamina.model.Composition;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.yaml.Item.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads LinuxKit YAML. Every problem of every document is found in one run; no text makes it throw.
///
/// Documents are merged in order: fields of the kernel that a later one gives replace the earlier ones, lists follow
/// one another. Names of services and volumes must differ in all documents, and each may use the volumes of all.
public final class CompositionReader {

    private record Checked(Mapping root, Problems problems, boolean yaml) {}

    /// Reads the documents and merges them in order.
    public ReadResult read(List<SourceText> documents) {
        List<Checked> checked = documents.stream().map(CompositionReader::check).toList();
        Names names = Names.of(checked.stream().map(Checked::root).toList());
        CompositionRules rules = new CompositionRules(names);
        Composition merged = CompositionBinder.EMPTY;
        Spans spans = new Spans();
        List<Problem> problems = new ArrayList<>();
        for (Checked document : checked) {
            rules.check(document.root, document.problems);
            Mapping usable = Pruning.root(document.root);
            merged = CompositionBinder.merge(merged, CompositionBinder.bind(usable));
            spans.add(usable);
            problems.addAll(document.problems.sorted());
        }
        return new ReadResult(merged, spans.toMap(), problems, checked.stream().allMatch(Checked::yaml));
    }

    private static Checked check(SourceText document) {
        Problems problems = new Problems();
        TreeLoader loader = new TreeLoader(document, problems);
        Optional<TreeLoader.Composed> composed = loader.compose();
        Mapping mapping = composed.flatMap(loader::convert)
                .map(item -> new SchemaCheck(problems).root(item))
                .orElse(Fields.NONE.mapping());
        return new Checked(mapping, problems, composed.isPresent());
    }
}
