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

/// The schema that LinuxKit's own tool checks compositions with, in the suite of [Conformance].
public final class LinuxKitSchema {
    private final Schema schema;

    /// Skips the test when the suite is not there.
    public LinuxKitSchema() {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(Conformance.text(Conformance.folder().resolve("linuxkit-schema.json")));
    }

    /// What is wrong with a document; empty when nothing is. Unquoted words such as `yes` are read as YAML 1.1 has
    /// them, which LinuxKit's parser does not: who writes such words calls [#faultsOfTree].
    public List<String> faults(String yaml) {
        return faultsOfTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
    }

    /// @param tree of maps, lists and values
    public List<String> faultsOfTree(Object tree) {
        return faultsOfJson(JsonMapper.shared().writeValueAsString(tree));
    }

    public List<String> faultsOfJson(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
