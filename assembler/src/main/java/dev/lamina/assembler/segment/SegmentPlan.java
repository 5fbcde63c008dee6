package dev.lamina.assembler.segment;

import dev.lamina.assembler.io.GuestText;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.tree.Contribution;
import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.assembler.tree.TreeGroup;
import dev.lamina.model.value.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A part of the initial ramdisk that is compressed and kept on its own.
///
/// @param key names it among all that were ever made: the digest of everything that its bytes depend on
/// @param label for people: which components it is from
/// @param contentBytes of its files, uncompressed
public record SegmentPlan(Digest key, String label, long contentBytes, TreeGroup group, CompressionLevel level) {
    /// Changes when the same entries would give other bytes.
    private static final String VERSION = "lamina segment 1: newc, zstd 1.5.7";

    public static SegmentPlan of(TreeGroup group, CompressionLevel level) {
        return new SegmentPlan(key(group, level), label(group), group.contentBytes(), group, level);
    }

    private static String label(TreeGroup group) {
        String first = group.contributions().getFirst().origin().location();
        long more = group.contributions().stream()
                        .map(contribution -> contribution.origin().location())
                        .distinct()
                        .count()
                - 1;
        return more == 0 ? first : first + " and " + more + " more";
    }

    private static Digest key(TreeGroup group, CompressionLevel level) {
        MessageDigest hash = Hashing.sha256();
        add(hash, VERSION + " level " + level.zstd());
        for (Contribution contribution : group.contributions()) {
            add(hash, contribution.order());
        }
        for (Node node : group.nodes()) {
            add(hash, describe(node));
        }
        return Digest.of(hash.digest());
    }

    private static String describe(Node node) {
        TreeEntry entry = node.entry();
        String content = entry.kind() == Kind.FILE ? node.contribution().identity(node.contentPath()) : entry.link();
        return entry.kind() + "\0" + entry.path() + "\0" + entry.mode() + "\0" + entry.uid() + "\0" + entry.gid()
                + "\0" + entry.mtime() + "\0" + entry.size() + "\0" + entry.deviceMajor() + "\0" + entry.deviceMinor()
                + "\0" + content;
    }

    private static void add(MessageDigest hash, String text) {
        byte[] bytes = GuestText.encode(text);
        hash.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        hash.update(bytes);
    }
}
