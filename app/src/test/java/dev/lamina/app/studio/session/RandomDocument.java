package dev.lamina.app.studio.session;

import java.util.List;
import java.util.Random;

/// Compositions as people write them: comments, blank lines, quotes, lists in lines and in brackets, anchors.
final class RandomDocument {
    private static final List<String> NAMES = List.of("web", "db", "cache", "dhcp", "web-2");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final String indent;

    RandomDocument(Random random) {
        this.random = random;
        this.indent = " ".repeat(random.nextInt(3));
    }

    String text() {
        comment("");
        if (maybe()) {
            text.append("kernel:\n  image: lamina/kernel").append(trailing()).append("\n  cmdline: \"a b\"\n");
        }
        init();
        containers("onboot", false);
        containers("services", true);
        if (maybe()) {
            containers("onshutdown", false);
        }
        volumes();
        files();
        String all = text.toString();
        return random.nextInt(5) == 0 ? all.replace("\n", "\r\n") : all;
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private void comment(String before) {
        if (random.nextInt(3) == 0) {
            text.append(before).append(maybe() ? "# note: why\n" : "# words: and more\n");
        }
        if (random.nextInt(6) == 0) {
            text.append("\n");
        }
    }

    private String trailing() {
        return random.nextInt(4) == 0 ? " # so" : "";
    }

    private void init() {
        switch (random.nextInt(4)) {
            case 0 -> text.append("init: [lamina/init, 'lamina/runtime']\n");
            case 1 -> text.append("init: []\n");
            case 2 ->
                text.append("init:\n")
                        .append(indent)
                        .append("- lamina/init\n")
                        .append(indent)
                        .append("- a/b:1 # b\n");
            default -> {
                // none
            }
        }
    }

    private void containers(String key, boolean unique) {
        int count = random.nextInt(5);
        if (count == 0) {
            return;
        }
        text.append(key).append(":").append(trailing()).append("\n");
        boolean anchored = random.nextInt(6) == 0;
        for (int i = 0; i < count; i++) {
            String name = unique ? NAMES.get(i) : NAMES.get(random.nextInt(NAMES.size()));
            comment(indent);
            if (random.nextInt(6) == 0) {
                text.append(indent).append("- {name: ").append(name).append(", image: \"x:1\"}\n");
            } else {
                container(name, anchored ? key : "");
            }
        }
    }

    private void container(String name, String anchor) {
        String in = indent + "  ";
        text.append(indent)
                .append("- name: ")
                .append(maybe() ? name : "\"" + name + "\"")
                .append(trailing())
                .append("\n");
        text.append(in).append("image: docker.io/x/").append(name).append(":1\n");
        if (!anchor.isEmpty()) {
            text.append(in)
                    .append("env: ")
                    .append(text.indexOf("&" + anchor) < 0 ? "&" + anchor + " [A=1]" : "*" + anchor)
                    .append("\n");
        }
        if (maybe()) {
            text.append(in)
                    .append("binds:\n")
                    .append(in)
                    .append("- data:/data # own\n")
                    .append(in)
                    .append("- /etc/x:/etc/x:ro\n");
        }
        comment(in);
        if (maybe()) {
            text.append(in).append("command: [/bin/x,\n").append(in).append("  \"a #b\", 'it''s']\n");
        }
        if (random.nextInt(4) == 0) {
            text.append(in).append("annotations:\n").append(in).append("  dev.lamina.other: |\n");
            text.append(in).append("    one\n\n").append(in).append("      # two\n");
        }
    }

    private void volumes() {
        if (maybe()) {
            comment("");
            text.append("volumes:\n").append(indent).append("- name: data\n");
        }
    }

    private void files() {
        int count = random.nextInt(4);
        if (count > 0) {
            text.append("files:\n");
        }
        for (int i = 0; i < count; i++) {
            comment(indent);
            text.append(indent)
                    .append("- path: etc/file")
                    .append(random.nextInt(3))
                    .append(".conf\n");
            String header =
                    random.nextInt(20) == 0 ? "|+" : List.of("|", "|-", ">").get(random.nextInt(3));
            text.append(indent).append("  contents: ").append(header).append("\n");
            text.append(indent).append("     a: b\n\n").append(indent).append("       - c \n");
            if (maybe()) {
                text.append(indent).append("  mode: \"0644\"\n");
            } else if (maybe()) {
                text.append("\n");
            }
        }
    }
}
