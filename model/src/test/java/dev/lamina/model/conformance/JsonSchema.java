package dev.lamina.model.conformance;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/// A schema of ours, of the draft of 2020, as an independent program understands it.
public final class JsonSchema {
    private final Schema schema;

    /// @param text in JSON
    public JsonSchema(String text) {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    /// What is wrong with a document; empty when nothing is.
    public List<String> faults(String yaml) {
        Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return schema.validate(JsonMapper.shared().writeValueAsString(tree), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
