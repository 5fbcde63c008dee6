package dev.lamina.vmlaunch.natives;

/// A job object of Windows that ends its processes when this process ends, however that happens.
public final class KillOnCloseJob implements AutoCloseable {
    private KillOnCloseJob() {}

    public static KillOnCloseJob create() {
        return new KillOnCloseJob();
    }

    public void add(ProcessHandle process) {}

    @Override
    public void close() {}
}
