package dev.lamina.vmlaunch;

/// A running virtual machine.
public interface VmHandle extends AutoCloseable {}
