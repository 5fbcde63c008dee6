package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.PrivateNetwork;

/// What carries a private network: packets to a multicast group, sent and heard on the loopback interface alone, so
/// that they never leave the computer. No program owns it, and machines come and go as they like. Every program of
/// this computer that joins the group can listen and speak, whichever user runs it.
///
/// @param address of 239.255.0.0/16, which RFC 2365 leaves to the site
/// @param port below those that systems give out themselves
record MulticastGroup(String address, int port) {
    private static final int FIRST_PORT = 10_000;
    private static final int PORTS = 20_000;

    /// Every copy of Lamina comes to the same one for a name. Two names that come to the same one by
    /// accident share a network: one in 1,300 million does.
    static MulticastGroup of(PrivateNetwork network) {
        byte[] hash = Sha256.of("lamina network " + network.name());
        int port = FIRST_PORT + (((hash[2] & 0xff) << 8) | (hash[3] & 0xff)) % PORTS;
        return new MulticastGroup("239.255." + (hash[0] & 0xff) + "." + (hash[1] & 0xff), port);
    }
}
