package dev.lamina.vmlaunch.natives;

final class NativeHostNetworks {
    private NativeHostNetworks() {}

    static HostNetworks open(NativeLibraries libraries) {
        throw HostComputeMissingException.notWindows();
    }
}
