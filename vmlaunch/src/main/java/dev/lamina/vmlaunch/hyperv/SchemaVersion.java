package dev.lamina.vmlaunch.hyperv;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which documents a Windows understands: each release knows more properties than the one before, and refuses
/// documents that say they are newer than itself.
record SchemaVersion(int major, int minor) implements Comparable<SchemaVersion> {
    /// Windows 10 1809 and Server 2019: the first with a Host Compute Service for machines of anybody.
    static final SchemaVersion FIRST = new SchemaVersion(2, 1);

    /// Windows 10 1903: `LinuxKernelDirect`.
    static final SchemaVersion KERNELS = new SchemaVersion(2, 2);

    /// What documents with a kernel say when they may; Windows 10 2004 and later.
    static final SchemaVersion USUAL_FOR_KERNELS = new SchemaVersion(2, 3);

    /// A shutdown through the guest's integration service.
    static final SchemaVersion SHUTDOWN = new SchemaVersion(2, 5);

    /// For [#newest].
    static final String QUERY = "{\"PropertyTypes\":[\"Basic\"]}";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The newest that a service knows; empty when it names none.
    ///
    /// @param properties its answer to [#QUERY]
    static Optional<SchemaVersion> newest(String properties) {
        try {
            return JSON.readTree(properties).findValues("SupportedSchemaVersions").stream()
                    .flatMap(JsonNode::valueStream)
                    .map(SchemaVersion::parse)
                    .max(Comparator.naturalOrder());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static SchemaVersion parse(JsonNode version) {
        return new SchemaVersion(
                version.path("Major").asInt(0), version.path("Minor").asInt(0));
    }

    boolean knows(SchemaVersion other) {
        return compareTo(other) >= 0;
    }

    SchemaVersion atMost(SchemaVersion other) {
        return knows(other) ? other : this;
    }

    Map<String, Object> document() {
        return Properties.of("Major", major).and("Minor", minor).map();
    }

    @Override
    public int compareTo(SchemaVersion other) {
        return Comparator.comparingInt(SchemaVersion::major)
                .thenComparingInt(SchemaVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
