package dev.lamina.assembler.tree;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one component brings to a system's tree: entries at their final paths, known without their content.
public interface Contribution {
    Origin origin();

    /// Each path once, parents before what is in them.
    List<TreeEntry> listing();

    /// An entry of the listing, or one that was left out but whose content a hard link may still need.
    Optional<TreeEntry> find(String path);

    /// What identifies the content of the file at `path`: equal texts mean equal bytes.
    String identity(String path);

    /// What the order of the files in [#stream] follows from, beside their paths: equal texts mean the same order.
    default String order() {
        return "";
    }

    /// Sends files, with their content, in an order that depends on the contribution alone.
    ///
    /// @param wanted paths of files that [#find] knows
    void stream(Set<String> wanted, EntrySink sink) throws IOException;

    /// The digests of the contents of files that [#find] knows, by their paths. What is not known is read.
    default Map<String, Digest> digests(Set<String> paths, Reporter reporter) throws IOException {
        Map<String, Digest> digests = new HashMap<>();
        stream(paths, (entry, content) -> {
            reporter.checkCancelled();
            digests.put(entry.path(), Hashing.digest(content));
        });
        return digests;
    }
}
