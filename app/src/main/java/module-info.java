import org.jspecify.annotations.NullMarked;

/// Operations, the command line and the composer.
@NullMarked
module dev.lamina.app {
    requires static org.jspecify;
    requires dev.lamina.assembler;
    requires dev.lamina.model;
    requires dev.lamina.vmlaunch;
    requires atlantafx.base;
    requires info.picocli;
    requires java.logging;
    requires javafx.controls;
    requires jdk.httpserver;
    requires jdk.management;
    requires org.fxmisc.flowless;
    requires org.fxmisc.richtext;
    requires org.fxmisc.undo;
    requires reactfx;
    requires tools.jackson.core;

    opens dev.lamina.app.cli to
            info.picocli;
}
