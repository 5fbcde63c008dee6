package dev.lamina.assembler.git;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder under git's control and the hash of what is in it, by LinuxKit's rules: that of git's tree, and what has
/// changed since the last commit.
public final class PackageFolder {
    private static final int CHANGED_DIGITS = 7;

    private final Git git;
    private final Path folder;

    public PackageFolder(Git git, Path folder) {
        this.git = git;
        this.folder = folder;
    }

    /// Empty when no repository holds the folder.
    ///
    /// @param extraSources further folders that the package is made from
    /// @throws GitException a repository holds the folder, but not its content
    public Optional<String> hash(List<Path> extraSources) throws IOException {
        if (!isInRepository()) {
            return Optional.empty();
        }
        String hash = extraSources.isEmpty() ? tree() : tree(extraSources);
        String changed = isChanged() ? "-dirty-" + content().substring(0, CHANGED_DIGITS) : "";
        return Optional.of(hash + changed);
    }

    private String tree(List<Path> extraSources) throws IOException {
        StringBuilder trees = new StringBuilder(tree());
        for (Path source : extraSources) {
            PackageFolder extra = new PackageFolder(git, source);
            if (!extra.isInRepository()) {
                throw new GitException("its source " + source + " is in no git repository");
            }
            trees.append(extra.tree());
        }
        byte[] sha1 = Hashing.sha1().digest(trees.toString().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(sha1);
    }

    private boolean isInRepository() throws IOException {
        Git.Result result = git.run(folder, List.of("rev-parse", "--is-inside-work-tree"));
        return result.succeeded() && result.output().strip().equals("true");
    }

    private String tree() throws IOException {
        Git.Result result = git.run(folder, List.of("rev-parse", "--verify", "--quiet", "HEAD:./"));
        if (!result.succeeded()) {
            throw new GitException("git has not committed it yet");
        }
        return result.output().strip();
    }

    private boolean isChanged() throws IOException {
        return !git.run(folder, List.of("diff", "--no-ext-diff", "--exit-code", "--quiet", "HEAD", "--", "."))
                        .succeeded()
                || !untracked().isEmpty();
    }

    private String untracked() throws IOException {
        return git.run(folder, List.of("ls-files", "--exclude-standard", "--others"))
                .output();
    }

    /// The hash of all files one after the other. Names are taken as git prints them, so those that it puts in quotes
    /// do not count; neither do links.
    private String content() throws IOException {
        MessageDigest hash = Hashing.sha256();
        String tracked = git.run(folder, List.of("ls-files")).output();
        try (Stream<String> names = Stream.concat(tracked.lines(), untracked().lines())) {
            names.filter(name -> !name.isEmpty() && !name.startsWith("\"")).forEach(name -> add(hash, name));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private void add(MessageDigest hash, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), hash)) {
            Streams.drain(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
