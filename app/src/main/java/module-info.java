import org.jspecify.annotations.NullMarked;

/// Operations, the command line and the composer.
@NullMarked
module dev.lamina.app {
    requires static org.jspecify;
    requires dev.lamina.assembler;
    requires dev.lamina.model;
    requires dev.lamina.vmlaunch;
    requires info.picocli;
    requires jdk.httpserver;
    requires tools.jackson.core;

    opens dev.lamina.app.cli to
            info.picocli;
}
