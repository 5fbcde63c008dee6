package dev.lamina.model.oci;

/// A container's two bundle files as values.
///
/// @param configJson the text of `config.json`, formatted as LinuxKit's tool does
/// @param runtime the content of `runtime.json` but for the set-up of the root file system
/// @param readonly whether the root file system is mounted read-only
public record ResolvedContainer(String configJson, RuntimeConfig runtime, boolean readonly) {}
