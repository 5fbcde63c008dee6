package dev.lamina.model.check;

/// What is known of a file of the builder's computer that `files` takes in.
public sealed interface LocalFile {
    record Missing() implements LocalFile {}

    record Directory() implements LocalFile {}

    /// @param beginning of its text, at most 4 KiB; other bytes than text are shown as `\uFFFD`
    record Present(long size, String beginning) implements LocalFile {}
}
