package dev.lamina.assembler.listing;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Gathers the entries of archives while they pass by. The last entry of a path counts.
final class ArchiveFiles {
    /// More than any system has; what comes from elsewhere may claim anything.
    private static final int MOST = 2_000_000;

    /// Of all texts together: thousands of containers.
    private static final long MOST_TEXT = 32 << 20;

    private final Reporter.Step step;
    private final TreeMap<String, ListedFile> files = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private long textBytes;

    ArchiveFiles(Reporter.Step step) {
        this.step = step;
    }

    void add(TreeEntry entry, String component, InputStream content) throws IOException {
        if (entry.path().isEmpty()) {
            return;
        }
        if (files.size() >= MOST) {
            throw new InputException("there are more than " + MOST + " files in it", "no system has so many");
        }
        Optional<Digest> digest = Optional.empty();
        if (Texts.isWanted(entry) && textBytes + entry.size() <= MOST_TEXT) {
            textBytes += entry.size();
            byte[] bytes = new ReportedInput(content, step).readAllBytes();
            texts.put(entry.path(), Texts.read(new ByteArrayInputStream(bytes)));
            digest = Optional.of(Hashing.digest(bytes));
        } else if (entry.kind() == Kind.FILE) {
            digest = Optional.of(Hashing.digest(new ReportedInput(content, step)));
        }
        files.put(entry.path(), Entries.listed(entry, component, 0, digest));
    }

    /// Archives may leave out the directories that nobody described.
    void addParents() {
        for (ListedFile file : List.copyOf(files.values())) {
            for (int slash = file.path().lastIndexOf('/');
                    slash > 0;
                    slash = file.path().lastIndexOf('/', slash - 1)) {
                String parent = file.path().substring(0, slash);
                files.computeIfAbsent(
                        parent,
                        path -> Entries.listed(
                                TreeEntry.impliedDirectory(path), file.component(), 0, Optional.empty()));
            }
        }
    }

    /// @param archive its bytes, which are shared out
    /// @param others files beside it, whose bytes are known
    /// @param byPlace whether the components were told from places
    SystemListing listing(long archive, List<ListedFile> others, Map<String, String> moreTexts, boolean byPlace) {
        Shares shares = new Shares(
                archive, files.values().stream().mapToLong(ListedFile::size).sum());
        List<ListedFile> all = new ArrayList<>(others);
        for (ListedFile file : files.values()) {
            all.add(file.isFile() ? file.stored(shares.next(file.size())) : file);
        }
        texts.putAll(moreTexts);
        return SystemListing.of(all, texts, shares.left(), byPlace);
    }
}
