import org.jspecify.annotations.NullMarked;

/// Values and rules of Lamina: a composition, its reader, its resolution into OCI runtime specs.
/// Nothing here touches a file, a network or a clock.
@NullMarked
module dev.lamina.model {
    requires static transitive org.jspecify;
    requires org.yaml.snakeyaml;
    requires tools.jackson.databind;

    exports dev.lamina.model;
    exports dev.lamina.model.check;
    exports dev.lamina.model.check.network;
    exports dev.lamina.model.edit;
    exports dev.lamina.model.expect;
    exports dev.lamina.model.explain;
    exports dev.lamina.model.known;
    exports dev.lamina.model.mount;
    exports dev.lamina.model.exposure;
    exports dev.lamina.model.memory;
    exports dev.lamina.model.oci;
    exports dev.lamina.model.problem;
    exports dev.lamina.model.progress;
    exports dev.lamina.model.validate;
    exports dev.lamina.model.value;
    exports dev.lamina.model.yaml;
}
