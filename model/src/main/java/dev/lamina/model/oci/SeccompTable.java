package dev.lamina.model.oci;

import dev.lamina.model.oci.SystemCalls.Condition;
import dev.lamina.model.oci.SystemCalls.Verdict;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lamina's own profile, read once from the table `seccomp-default.json`. A group of the table that does not say
/// `otherwise` is allowed; one with `capabilities` is refused without them.
final class SeccompTable {
    static final SeccompProfile DEFAULT = load();

    private SeccompTable() {}

    private static SeccompProfile load() {
        try (InputStream in = Objects.requireNonNull(SeccompTable.class.getResourceAsStream("seccomp-default.json"))) {
            return profile(new JsonMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SeccompProfile profile(JsonNode table) {
        Map<Arch, List<String>> architectures = new EnumMap<>(Arch.class);
        table.path("architectures")
                .properties()
                .forEach(each -> architectures.put(Arch.parse(each.getKey()).orElseThrow(), texts(each.getValue())));
        return new SeccompProfile(
                architectures,
                table.path("groups").valueStream().map(SeccompTable::group).toList());
    }

    private static SystemCalls group(JsonNode group) {
        List<String> capabilities = texts(group.path("capabilities"));
        Verdict otherwise = capabilities.isEmpty() ? Verdict.ALLOWED : Verdict.REFUSED;
        return new SystemCalls(
                group.path("name").asString(),
                group.path("reason").asString(),
                capabilities,
                Verdict.valueOf(
                        group.path("otherwise").asString(otherwise.name()).toUpperCase(Locale.ROOT)),
                group.path("conditions")
                        .valueStream()
                        .map(SeccompTable::condition)
                        .toList(),
                texts(group.path("syscalls")));
    }

    private static Condition condition(JsonNode condition) {
        return new Condition(
                condition.path("index").asInt(),
                condition.path("value").asLong(),
                condition.path("valueTwo").asLong(0),
                condition.path("op").asString());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
