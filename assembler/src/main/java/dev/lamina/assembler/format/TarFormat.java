package dev.lamina.assembler.format;

import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.io.UnclosedOutput;
import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.assembler.tree.Origin;
import dev.lamina.assembler.tree.TreeGroup;
import dev.lamina.assembler.tree.TreeGroups;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/// `tar`: the whole tree as LinuxKit writes it, each path once. Every entry says which image and which part of the
/// document it comes from, in the PAX records `LINUXKIT.source` and `LINUXKIT.location`.
public final class TarFormat implements Format {
    public static final String ID = "tar";

    private static final String ENDING = ".tar";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean needsSegments() {
        return false;
    }

    @Override
    public List<String> fileNames(String name, PreparedImage image) {
        return List.of(name + ENDING);
    }

    @Override
    public void write(String name, PreparedImage image, OutputFolder out, Reporter reporter) throws IOException {
        List<TreeGroup> groups = TreeGroups.of(image.tree(), node -> true);
        long bytes = groups.stream().mapToLong(TreeGroup::contentBytes).sum();
        try (Reporter.Step step = reporter.begin("writing " + name + ENDING, bytes)) {
            out.write(name + ENDING, stream -> write(groups, stream, step));
        }
    }

    private static void write(List<TreeGroup> groups, OutputStream out, Reporter.Step step) throws IOException {
        TarWriter tar = new TarWriter(new UnclosedOutput(out));
        for (TreeGroup group : groups) {
            group.streamTo((node, content) -> {
                tar.accept(node.entry(), records(node), new ReportedInput(content, step));
            });
        }
        tar.close();
    }

    private static Map<String, String> records(Node node) {
        Origin origin = node.contribution().origin();
        return Map.of("LINUXKIT.source", origin.source(), "LINUXKIT.location", origin.location());
    }
}
