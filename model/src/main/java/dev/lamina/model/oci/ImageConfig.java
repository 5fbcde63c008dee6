package dev.lamina.model.oci;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What an OCI image's config says that matters to a container.
public record ImageConfig(
        List<String> entrypoint,
        List<String> cmd,
        List<String> env,
        String workingDir,
        String user,
        Map<String, String> labels) {

    /// The label that holds a container's defaults, as JSON.
    public static final String CONFIG_LABEL = "org.mobyproject.config";

    public static final ImageConfig EMPTY = new ImageConfig(List.of(), List.of(), List.of(), "", "", Map.of());

    public ImageConfig {
        entrypoint = List.copyOf(entrypoint);
        cmd = List.copyOf(cmd);
        env = List.copyOf(env);
        labels = Map.copyOf(labels);
    }

    /// What is started when nobody says otherwise.
    public List<String> command() {
        return Stream.concat(entrypoint.stream(), cmd.stream()).toList();
    }
}
