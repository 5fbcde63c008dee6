package dev.lamina.assembler.listing;

import dev.lamina.assembler.sbom.SbomChoice;
import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.model.Composition;
import dev.lamina.model.Section;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the components of a composition are called where sizes and differences are shown.
public final class ComponentNames {
    public static final String KERNEL = "kernel";
    public static final String MODULES = "kernel (modules)";
    public static final String MICROCODE = "kernel (microcode)";
    public static final String SHARED = "shared by containers";
    public static final String FILES = "files";
    public static final String SBOM = "sbom";
    /// What is in no container, where the composition is not known.
    public static final String ROOT = "init and files";
    /// The part of an image that no file takes.
    public static final String NO_FILES = "directories and links";

    private static final Pattern NUMBERED = Pattern.compile("\\b[a-z]+\\[[0-9]+]");

    private final Map<String, String> names = new HashMap<>();

    public ComponentNames(Composition composition) {
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
            String name = composition.volumes().get(i).name();
            names.put("volume[" + i + "]", "volumes " + name);
        }
    }

    /// The label of a part of the ramdisk for people: `services[0] and 2 more` becomes `services web and 2 more`.
    public String inWords(String label) {
        return NUMBERED.matcher(label)
                .replaceAll(found -> Matcher.quoteReplacement(names.getOrDefault(found.group(), found.group())));
    }

    String of(Node node) {
        return of(node.path(), node.contribution().origin().location());
    }

    /// @param location as [dev.lamina.assembler.tree.Origin] has it
    private String of(String path, String location) {
        if (Places.isShared(path)) {
            return SHARED;
        }
        if (location.equals("kernel")) {
            return path.startsWith("boot/") ? Places.component(path) : MODULES;
        }
        return location.startsWith("files[") ? FILES : names.getOrDefault(location, location);
    }

    /// By the PAX records of a tar that Lamina or LinuxKit built; empty without them. Names of containers and volumes
    /// are not in the records, but in the paths.
    static Optional<String> ofRecords(String path, Map<String, String> records) {
        String location = records.getOrDefault("LINUXKIT.location", "");
        String section = location.replaceFirst("\\[.*", "");
        return switch (section) {
            case "" ->
                path.endsWith("/" + SbomChoice.FILE) || path.equals(SbomChoice.FILE)
                        ? Optional.of(SBOM)
                        : Optional.empty();
            case "kernel" -> Optional.of(path.startsWith("boot/") ? Places.component(path) : MODULES);
            case "init" ->
                Optional.of(
                        location.equals(section) ? location : "init " + records.getOrDefault("LINUXKIT.source", ""));
            case "files" -> Optional.of(FILES);
            default -> Optional.of(path.startsWith("containers/") ? Places.component(path) : location);
        };
    }
}
