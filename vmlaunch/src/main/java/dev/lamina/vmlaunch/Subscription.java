package dev.lamina.vmlaunch;

/// Ends a listener's calls. Closing twice does nothing.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
