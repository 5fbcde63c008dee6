package dev.lamina.assembler.listing;

/// Tells components from the places of files, where nothing else is known of them.
final class Places {
    private static final String LAYERS = "containers/layers/";

    private Places() {}

    static String component(String path) {
        String[] names = path.split("/", 4);
        if (isShared(path)) {
            return ComponentNames.SHARED;
        }
        if (names.length > 2 && names[0].equals("containers")) {
            return names[1] + " " + name(names[1], names[2]);
        }
        if (path.startsWith("boot/")) {
            return path.equals("boot/ucode.cpio") ? ComponentNames.MICROCODE : ComponentNames.KERNEL;
        }
        return path.startsWith("lib/modules/") ? ComponentNames.MODULES : ComponentNames.ROOT;
    }

    static boolean isShared(String path) {
        return path.startsWith(LAYERS);
    }

    /// Without the number that orders `onboot` and `onshutdown`.
    private static String name(String section, String folder) {
        return section.startsWith("on") ? folder.replaceFirst("^[0-9]{3}-", "") : folder;
    }
}
