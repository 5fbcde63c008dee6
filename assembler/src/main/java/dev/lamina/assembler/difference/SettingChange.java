package dev.lamina.assembler.difference;

import java.util.Optional;

/// A value of a container's `config.json` or `runtime.json` that differs.
///
/// @param component e.g. `services getty`
/// @param file the name of the document, e.g. `config.json`
/// @param path into it, e.g. `process.args[1]`
/// @param before as JSON; empty when it was added
/// @param after as JSON; empty when it was removed
public record SettingChange(
        String component, String file, String path, Optional<String> before, Optional<String> after) {}
