package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.validate.Validation.Skipped;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a review did not look at, in sentences.
final class SkippedWords {
    private static final Texts TEXTS = Texts.of(SkippedWords.class);
    private static final int FEW = 3;

    private SkippedWords() {}

    /// A sentence for each set of images that are not in the store, and one for the kernel.
    static List<String> of(List<Skipped> skipped) {
        Map<List<String>, Set<String>> codes = new LinkedHashMap<>();
        skipped.forEach(one ->
                codes.computeIfAbsent(one.images(), images -> new TreeSet<>()).addAll(one.codes()));
        List<String> sentences = new ArrayList<>();
        codes.forEach((images, rules) -> sentences.add(
                images.isEmpty()
                        ? TEXTS.get("skipped.kernel", rules.size())
                        : TEXTS.get("skipped.images", rules.size(), few(images), images.size())));
        return sentences;
    }

    /// All of it in one line, for where there is little room; empty when everything was looked at.
    static String brief(List<Skipped> skipped) {
        Set<String> rules = new TreeSet<>();
        Set<String> images = new TreeSet<>();
        skipped.forEach(one -> {
            rules.addAll(one.codes());
            images.addAll(one.images());
            if (one.images().isEmpty()) {
                images.add(""); // that of the kernel, which has no name here
            }
        });
        return rules.isEmpty() ? "" : TEXTS.get("skipped.brief", rules.size(), images.size());
    }

    private static String few(List<String> images) {
        String first = images.stream()
                .limit(FEW)
                .map(image -> new ImageRef(image).familiar())
                .collect(Collectors.joining(", "));
        return images.size() <= FEW ? first : TEXTS.get("skipped.more", first, images.size() - FEW);
    }
}
