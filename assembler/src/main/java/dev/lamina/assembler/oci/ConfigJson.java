package dev.lamina.assembler.oci;

import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The config of an image as JSON (image-spec, config.md): of its settings those that a container heeds.
final class ConfigJson {
    private ConfigJson() {}

    static ObjectNode write(Arch arch, ImageManifest image) {
        ImageConfig config = image.config();
        ObjectNode settings = OciJson.object();
        putList(settings, "Entrypoint", config.entrypoint());
        putList(settings, "Cmd", config.cmd());
        putList(settings, "Env", config.env());
        putText(settings, "WorkingDir", config.workingDir());
        putText(settings, "User", config.user());
        OciJson.putMap(settings, "Labels", config.labels());
        ObjectNode document = OciJson.platform(arch);
        document.set("config", settings);
        ObjectNode rootfs = document.putObject("rootfs").put("type", "layers");
        ArrayNode diffIds = rootfs.putArray("diff_ids");
        image.layers().forEach(layer -> diffIds.add(layer.diffId().toString()));
        return document;
    }

    private static void putText(ObjectNode node, String key, String value) {
        if (!value.isEmpty()) {
            node.put(key, value);
        }
    }

    private static void putList(ObjectNode node, String key, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(key);
            values.forEach(array::add);
        }
    }

    static ImageConfig read(ObjectNode document, String what) {
        JsonNode settings = document.path("config");
        return new ImageConfig(
                OciJson.textList(settings, "Entrypoint", what),
                OciJson.textList(settings, "Cmd", what),
                OciJson.textList(settings, "Env", what),
                OciJson.optionalText(settings, "WorkingDir", what),
                OciJson.optionalText(settings, "User", what),
                OciJson.texts(settings, "Labels", what));
    }
}
