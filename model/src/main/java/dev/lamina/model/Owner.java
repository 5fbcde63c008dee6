package dev.lamina.model;

/// A user or group: a number, or the name of a container whose allocated id is meant.
public sealed interface Owner {
    record Id(long value) implements Owner {}

    record Name(String value) implements Owner {}

    Owner ROOT = new Id(0);
}
