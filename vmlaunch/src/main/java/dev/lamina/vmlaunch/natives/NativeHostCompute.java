package dev.lamina.vmlaunch.natives;

final class NativeHostCompute {
    private NativeHostCompute() {}

    static HostCompute open(NativeLibraries libraries) {
        throw HostComputeMissingException.notWindows();
    }
}
