package dev.lamina.assembler.format;

import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.io.UnclosedOutput;
import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeGroup;
import dev.lamina.assembler.tree.TreeGroups;
import dev.lamina.model.progress.Reporter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// `tar`: the whole tree as LinuxKit writes it, each path once. Every entry says which image and which part of the
/// document it comes from, in the PAX records `LINUXKIT.source` and `LINUXKIT.location`.
public final class TarFormat implements Format {
    public static final String ID = "tar";

    /// What `docker build - < FILE` needs to make an image of the system that runs in a container.
    private static final String DOCKERFILE = """

            FROM scratch

            COPY . ./

            ENTRYPOINT ["/bin/rc.init"]
            """;

    private final String id;
    private final Map<String, String> added;

    private TarFormat(String id, Map<String, String> added) {
        this.id = id;
        this.added = added;
    }

    public TarFormat() {
        this(ID, Map.of());
    }

    /// `docker`: the tar with a Dockerfile in it.
    public static TarFormat docker() {
        return new TarFormat("docker", Map.of("Dockerfile", DOCKERFILE));
    }

    @Override
    public String id() {
        return id;
    }

    private String fileName(String name) {
        return name + "." + id;
    }

    @Override
    public boolean needsSegments() {
        return false;
    }

    @Override
    public List<String> fileNames(String name, PreparedImage image) {
        return List.of(fileName(name));
    }

    @Override
    public void write(String name, PreparedImage image, OutputFolder out, Reporter reporter) throws IOException {
        List<TreeGroup> groups = TreeGroups.of(image.tree(), node -> true);
        long bytes = groups.stream().mapToLong(TreeGroup::contentBytes).sum();
        try (Reporter.Step step = reporter.begin("writing " + fileName(name), bytes)) {
            out.write(fileName(name), stream -> write(groups, stream, step));
        }
    }

    private void write(List<TreeGroup> groups, OutputStream out, Reporter.Step step) throws IOException {
        TarWriter tar = new TarWriter(new UnclosedOutput(out));
        for (TreeGroup group : groups) {
            group.streamTo((node, content) -> {
                // who unpacks a tar makes such directories; a ramdisk must name them
                if (!node.entry().implied()) {
                    tar.accept(node.entry(), records(node), new ReportedInput(content, step));
                }
            });
        }
        for (Map.Entry<String, String> file : added.entrySet()) {
            byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
            tar.accept(TreeEntry.file(file.getKey(), 0644, content.length), new ByteArrayInputStream(content));
        }
        tar.close();
    }

    private static Map<String, String> records(Node node) {
        Origin origin = node.contribution().origin();
        if (origin.source().isEmpty()) {
            return Map.of();
        }
        return Map.of("LINUXKIT.source", origin.source(), "LINUXKIT.location", origin.location());
    }
}
