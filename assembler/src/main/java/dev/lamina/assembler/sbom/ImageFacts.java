package dev.lamina.assembler.sbom;

import java.util.List;
import java.util.SortedSet;
import tools.jackson.databind.node.ObjectNode;

/// What is known about the software of an image.
///
/// @param attested documents in SPDX's form that its builder attached
public record ImageFacts(SortedSet<Software> software, List<ObjectNode> attested) {
    public ImageFacts {
        attested = List.copyOf(attested);
    }
}
