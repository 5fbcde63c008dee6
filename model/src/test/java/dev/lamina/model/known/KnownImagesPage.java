package dev.lamina.model.known;

import dev.lamina.model.known.Claim.Kind;
import java.util.ArrayList;
import java.util.List;

/// The table as a page of the documentation.
final class KnownImagesPage {
    private static final String HEAD = """
        # What common images need

        LinuxKit gives a container nothing that it does not ask for: no capability, no `/dev/shm`, and it takes no notice of the `USER`
        and `VOLUME` of an image. This is what %d common images ask for, each statement from the image's own documentation or source; the
        numbers in brackets are the sources at the end of each. `lamina validate` uses it to say what is missing (PRV11, MNT11, MNT15,
        MNT16, NET01). What no source says is not here.

        "Needs" are the capabilities without which the image does not do its work as delivered; "may use" those that it can do
        without. This page is made from `model/src/main/resources/dev/lamina/model/known/images.txt`; to change it, change that file
        and run the tests of `model` with `-Dlamina.record=true`.
        """;

    private KnownImagesPage() {}

    static String markdown() {
        List<KnownImage> images = KnownImages.all();
        StringBuilder page = new StringBuilder(HEAD.formatted(images.size()));
        images.forEach(image -> image(image, page));
        return page.toString();
    }

    private static void image(KnownImage image, StringBuilder page) {
        page.append("\n## ").append(image.name()).append("\n\n");
        page.append("%s: %s. It starts `%s`.\n\n"
                .formatted(
                        capital(image.summary()),
                        String.join(
                                ", ",
                                image.repositories().stream()
                                        .map(name -> "`" + name + "`")
                                        .toList()),
                        String.join(" ", image.command())));
        rows(image, page);
        page.append('\n');
        image.notes().forEach(note -> page.append(note).append("\n\n"));
        List<String> sources = new ArrayList<>();
        image.sources().forEach(source -> sources.add("[%d] <%s>".formatted(source.number(), source.url())));
        page.append(String.join("  \n", sources)).append('\n');
    }

    private static void rows(KnownImage image, StringBuilder page) {
        page.append("| | | when | why |\n|---|---|---|---|\n");
        for (Kind kind : Kind.values()) {
            for (Claim claim :
                    image.claims().stream().filter(each -> each.kind() == kind).toList()) {
                String why = claim.why().isEmpty() ? "" : claim.why() + " ";
                page.append("| %s | `%s` | %s | %s[%d] |\n"
                        .formatted(words(kind), claim.value(), when(claim.when()), why, claim.source()));
            }
        }
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case NEEDS -> "needs";
            case MAY -> "may use";
            case USER -> "made for user";
            case REFUSES -> "refuses to run as";
            case WRITES -> "writes to";
            case DATA -> "keeps its data in";
            case PORT -> "answers on";
            case MOUNT -> "wants to be there";
            case SHARES -> "wants to share";
        };
    }

    private static String when(Condition when) {
        List<String> parts = new ArrayList<>();
        if (when.root()) {
            parts.add("it starts as root");
        }
        if (!when.tags().isEmpty()) {
            parts.add("its tag is of " + String.join(", ", when.tags()));
        }
        if (!when.variable().isEmpty()) {
            parts.add(when.variable() + " is not set");
        }
        if (!when.arguments().isEmpty()) {
            parts.add(String.join(" or ", when.arguments()) + " is not given");
        }
        if (!when.other().isEmpty()) {
            parts.add(when.other() + " is as delivered");
        }
        if (!when.free().isEmpty()) {
            parts.add("nothing is mounted at " + String.join(", ", when.free()));
        }
        return String.join("; ", parts);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
