package dev.lamina.model.oci;

import java.util.List;

/// A member of a container's OCI runtime spec, or of what the init does around it, with where it comes from.
///
/// @param member e.g. `process.args`, `mounts[/dev]`, `linux.namespaces[pid]` or `runtime.mkdir`
/// @param value a text, number, truth, list or map, as the file has it
/// @param origins one, or several when a list was put together; never empty
public record ResolvedValue(String member, Object value, List<Origin> origins) {
    public ResolvedValue {
        origins = List.copyOf(origins);
    }
}
