package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.part.Images;
import dev.lamina.model.check.Finding;
import dev.lamina.model.check.Profile;
import dev.lamina.model.check.RunFacts;
import dev.lamina.model.check.SystemFacts;
import dev.lamina.model.check.SystemView;
import dev.lamina.model.edit.Document;
import dev.lamina.model.exposure.Exposure;
import dev.lamina.model.exposure.SystemScore;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.validate.Mending;
import dev.lamina.model.validate.Validation;
import dev.lamina.model.validate.Validator;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.SourceText;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reviews a composition by all rules. Nothing is fetched or made for it.
public final class ReviewComposition {
    /// More would mean that two rules want different things.
    private static final int MOST_ROUNDS = 5;

    private final ReadComposition reader;
    private final Catalogue catalogue;
    private final GatherFacts facts;
    private final Path directory;

    /// @param directory that the names of files are relative to
    public ReviewComposition(ReadComposition reader, Catalogue catalogue, GatherFacts facts, Path directory) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.facts = facts;
        this.directory = directory;
    }

    /// @param documents as they are
    /// @param read what they say, with what is wrong with them
    /// @param system as the rules saw it
    public record Reviewed(List<SourceText> documents, ReadResult read, Validation validation, SystemView system) {
        public Reviewed {
            documents = List.copyOf(documents);
        }

        /// How exposed the system is. Worked out once, by whoever asks first.
        public SystemScore exposure() {
            return system.derived(SystemScore.class, Exposure::of);
        }
    }

    /// What is asked for.
    ///
    /// @param run how the system would be run, as far as that is known
    public record Wish(Arch arch, Profile profile, RunFacts run) {}

    /// @param files as the user gave them; `-` is standard input
    public Reviewed review(List<String> files, InputStream standardInput, Wish wish, Reporter reporter) {
        return review(reader.texts(files, standardInput), wish, reporter);
    }

    public Reviewed review(List<SourceText> documents, Wish wish, Reporter reporter) {
        ReadResult read = withUnknownImages(reader.read(documents));
        SystemFacts known = facts.of(read, wish.arch(), wish.run(), reporter);
        return reviewed(documents, read, known, wish.profile(), new Validator());
    }

    private static Reviewed reviewed(
            List<SourceText> documents, ReadResult read, SystemFacts known, Profile profile, Validator validator) {
        SystemView system = validator.view(read, known);
        return new Reviewed(documents, read, validator.validate(documents, read, system, profile), system);
    }

    /// Reviews of one document in one state after the other, which remember what they found.
    final class Again {
        private final Validator validator = new Validator();
        private final LiveFacts live = facts.live();

        Reviewed review(Document document, Wish wish) {
            ReadResult read = withUnknownImages(document.read());
            SystemFacts known = live.of(read, wish.arch(), wish.run());
            return reviewed(List.of(document.source()), read, known, wish.profile(), validator);
        }
    }

    /// The documents after all fixes of what was found, and what is left.
    public record Mended(Mending mending, Reviewed left) {}

    /// Mends what can be mended without a decision; nothing is written. What is found of the mended documents is mended
    /// as well: two fixes of one value are made one after the other.
    public Mended mend(Reviewed reviewed, Wish wish, Reporter reporter) {
        List<Finding> mended = new ArrayList<>();
        Reviewed now = reviewed;
        Mending mending = Mending.of(now.documents(), now.validation().findings());
        for (int round = 1; !mending.mended().isEmpty(); round++) {
            mended.addAll(mending.mended());
            now = review(mending.documents(), wish, reporter);
            mending = round < MOST_ROUNDS
                    ? Mending.of(now.documents(), now.validation().findings())
                    : new Mending(now.documents(), List.of(), List.of());
        }
        return new Mended(new Mending(now.documents(), mended, mending.refused()), now);
    }

    /// Writes the documents that were changed.
    ///
    /// @param after in the order of those before
    /// @throws InputException they are in a bundle
    public void write(List<SourceText> before, List<SourceText> after) {
        if (reader.ofBundle()) {
            throw new InputException(
                    before.getFirst().name() + " cannot be mended, as it is a bundle",
                    "mend its document, and make the bundle again");
        }
        DocumentFiles files = new DocumentFiles(directory);
        for (int i = 0; i < before.size(); i++) {
            if (!after.get(i).text().equals(before.get(i).text())) {
                files.write(after.get(i));
            }
        }
    }

    /// Adds built-in images that do not exist to what the reader found.
    private ReadResult withUnknownImages(ReadResult read) {
        List<Problem> problems = new ArrayList<>(read.problems());
        Images.of(read.composition())
                .forEach((image, use) -> unknown(image)
                        .ifPresent(e -> problems.add(new Problem(
                                read.sources().find(use.path()).orElseGet(() -> SourceSpan.at("composition", 1, 1)),
                                use.component() + ": " + e.getMessage(),
                                e.hint(),
                                "SCH07",
                                Optional.empty()))));
        if (problems.size() > read.problems().size()) {
            problems.sort(
                    Comparator.comparing((Problem problem) -> problem.span().file())
                            .thenComparing(problem -> problem.span().line())
                            .thenComparing(problem -> problem.span().column()));
        }
        return read.withProblems(problems);
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
