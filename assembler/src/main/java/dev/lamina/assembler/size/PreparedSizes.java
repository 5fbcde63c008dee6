package dev.lamina.assembler.size;

import dev.lamina.assembler.format.PreparedImage;
import dev.lamina.assembler.segment.SegmentPlan;
import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.Composition;
import dev.lamina.model.Section;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// The sizes of an image whose segments are there, by the components of its composition.
public final class PreparedSizes {
    private final PreparedImage image;
    private final Map<String, String> names = new HashMap<>();

    public PreparedSizes(PreparedImage image, Composition composition) {
        this.image = image;
        for (Section section : Section.values()) {
            for (int i = 0; i < composition.containers(section).size(); i++) {
                String name = composition.containers(section).get(i).name();
                names.put(section.key() + "[" + i + "]", section.key() + " " + name);
            }
        }
        for (int i = 0; i < composition.init().size(); i++) {
            names.put("init[" + i + "]", "init " + composition.init().get(i));
        }
        for (int i = 0; i < composition.volumes().size(); i++) {
            names.put(
                    "volume[" + i + "]",
                    "volumes " + composition.volumes().get(i).name());
        }
    }

    public SizeReport report() throws IOException {
        Tally tally = new Tally();
        image.kernel().ifPresent(kernel -> tally.add("kernel", kernel.size()));
        image.microcode().ifPresent(microcode -> tally.add("kernel (microcode)", microcode.size()));
        for (SegmentPlan segment : image.segments()) {
            Tally.Part part = new Tally.Part();
            for (Node node : segment.group().nodes()) {
                if (node.entry().kind() == Kind.FILE) {
                    part.add(component(node), node.entry().size());
                }
            }
            tally.add(
                    part,
                    image.segmentStore()
                            .find(segment.key())
                            .orElseThrow(() -> new IOException("the segment " + segment.label() + " is not there"))
                            .size());
        }
        return tally.report();
    }

    private String component(Node node) {
        String location = node.contribution().origin().location();
        if (node.path().startsWith("containers/layers/")) {
            return "shared by containers";
        }
        if (location.equals("kernel")) {
            return "kernel (modules)";
        }
        return location.startsWith("files[") ? "files" : names.getOrDefault(location, location);
    }
}
