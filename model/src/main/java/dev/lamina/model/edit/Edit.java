package dev.lamina.model.edit;

import dev.lamina.model.value.SourceSpan;

/// One change of a document. Paths look like `services[0].capabilities[1]`, with the indexes of the merged
/// composition, as in a `SourceMap`; keys may hold dots, such as `services[0].binds.add`. A path may end in
/// keys that the document does not have yet.
///
/// A value is a `String`, a `Boolean`, a `Long`, a `List` of values or a `Map` from texts to values. The
/// editor chooses how it is written: in the style of what stands there, with quotes where YAML needs them.
public sealed interface Edit {

    /// Gives a key or an element its value, in place of the one it has. A key that is not there is added.
    /// Of lists and mappings only what differs is written anew.
    record Set(String path, Object value) implements Edit {}

    /// Takes a key with its value, or an element of a list, out of the document. A list or mapping that is
    /// left empty by it stays as an empty one.
    record Remove(String path) implements Edit {}

    /// Adds an element at the end of the list at `path`. A list that is not there is made, with its key.
    record Append(String path, Object value) implements Edit {}

    /// Puts an element in front of the one at `path`, e.g. `onboot[0]`; behind the last one when the index
    /// is the length of the list, which is made when it is not there.
    record Insert(String path, Object value) implements Edit {}

    /// Gives a key another name; value, comments and place stay.
    record RenameKey(String path, String name) implements Edit {}

    /// Puts other text in the place of a scalar or a key that has no path, as it is not understood.
    ///
    /// @param text as YAML, with its quotes
    record Replace(SourceSpan span, String text) implements Edit {}

    /// Moves an element of a list in front of another place, in its own list or another one, with its text and
    /// all comments directly above it. A list that it was the last element of stays as an empty one. What is in
    /// it cannot be changed by the same change, and what anchors and aliases tie to its place is refused.
    ///
    /// @param from e.g. `services[2]`
    /// @param to e.g. `onboot[0]`; behind the last one when the index is the length of the list, which is made
    /// when it is not there. The index is that of the list before anything was moved; of several that come to the
    /// same place the one that was moved first stands first.
    record Move(String from, String to) implements Edit {}

    /// Puts an element that is written as YAML in front of the one at `path`, as [Insert] does, with its
    /// comments. Between brackets only its value is put in. A path that is no element, such as `kernel`, gets the
    /// text as its whole value.
    ///
    /// @param yaml the element alone, without a dash, from the first column on
    record InsertText(String path, String yaml) implements Edit {}

    /// Gives a component the note that the canvas shows, see [Notes]: a comment `# note:` directly above it, with
    /// further lines below that. An old note is replaced where it stands.
    ///
    /// @param text lines; empty to take the note away
    record Note(String path, String text) implements Edit {}
}
