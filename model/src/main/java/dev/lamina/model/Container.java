package dev.lamina.model;

import dev.lamina.model.value.ImageRef;

/// An entry of `onboot`, `onshutdown` or `services`.
public record Container(String name, ImageRef image, ContainerSpec spec) {}
