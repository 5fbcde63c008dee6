import org.jspecify.annotations.NullMarked;

/// Virtual machines: what one is, the hypervisors that run it, its console.
@NullMarked
module dev.lamina.vmlaunch {
    requires static transitive org.jspecify;
    requires transitive dev.lamina.model;
    requires com.sun.jna;
    requires tools.jackson.databind;

    exports dev.lamina.vmlaunch;
    exports dev.lamina.vmlaunch.choice;
    exports dev.lamina.vmlaunch.hyperv;
    exports dev.lamina.vmlaunch.host to
            dev.lamina.app;
    exports dev.lamina.vmlaunch.process;
    exports dev.lamina.vmlaunch.qemu;
    exports dev.lamina.vmlaunch.remote;
    exports dev.lamina.vmlaunch.screen;
    exports dev.lamina.vmlaunch.terminal;

    opens dev.lamina.vmlaunch.natives to
            com.sun.jna;
}
