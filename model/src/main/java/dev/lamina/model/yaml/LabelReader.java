package dev.lamina.model.yaml;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.yaml.Item.Mapping;
import java.util.List;
import java.util.Optional;

/// Reads the `org.mobyproject.config` label of an image: the keys of a container but `name` and `image`, as JSON or
/// YAML. Names of volumes and owners are not looked up, as the label does not know the composition.
public final class LabelReader {

    /// What the label says as far as it could be understood, and everything that is wrong with it. The places of
    /// problems are those in the label's text.
    public record Result(ContainerSpec spec, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }

        /// This result when it has no problems.
        public Result orThrow() {
            if (!problems.isEmpty()) {
                throw new InvalidCompositionException(problems);
            }
            return this;
        }
    }

    private LabelReader() {}

    /// @param labelText the label; a blank one says nothing
    /// @param where names the image in messages
    public static Result read(String labelText, String where) {
        if (labelText.isBlank()) {
            return new Result(SpecBinder.spec(Fields.NONE), List.of());
        }
        Problems problems = new Problems();
        Place place = Place.label(where);
        Optional<Item> root = new TreeLoader(new SourceText(where, labelText), problems).load();
        Mapping label =
                root.map(item -> new SchemaCheck(problems).label(item, place)).orElse(Fields.NONE.mapping());
        Fields fields = new Fields(label);
        new ContainerRules(fields, problems, place.words()).check();
        return new Result(SpecBinder.spec(fields), problems.sorted());
    }
}
