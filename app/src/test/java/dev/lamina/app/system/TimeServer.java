package dev.lamina.app.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/// Answers as an NTP server does (RFC 5905, section 7.3), on a port of the host's loopback address and with a time of
/// its own.
final class TimeServer implements AutoCloseable {
    private static final int SIZE = 48;

    /// Seconds from 1900, where NTP begins, to 1970.
    private static final long FROM_1900 = 2_208_988_800L;

    private final DatagramSocket socket;
    private final Duration ahead;

    private TimeServer(DatagramSocket socket, Instant now) {
        this.socket = socket;
        this.ahead = Duration.between(Instant.now(), now);
        Thread.ofPlatform().daemon().start(this::answerAll);
    }

    /// @param now the time that it says it is
    static TimeServer start(Instant now) throws IOException {
        return new TimeServer(new DatagramSocket(0, InetAddress.getLoopbackAddress()), now);
    }

    int port() {
        return socket.getLocalPort();
    }

    /// The time of this server.
    Instant now() {
        return Instant.now().plus(ahead);
    }

    private void answerAll() {
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[SIZE], SIZE);
                socket.receive(packet);
                packet.setData(answer(ByteBuffer.wrap(packet.getData())));
                socket.send(packet);
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The time at which it was asked is what the client wrote as its own.
    private byte[] answer(ByteBuffer question) {
        int version = question.get(0) & 0x38;
        int server = 4;
        long now = stamp(now());
        ByteBuffer answer = ByteBuffer.allocate(SIZE);
        answer.put((byte) (version | server)).put((byte) 1).put((byte) 6).put((byte) -20);
        answer.putInt(0).putInt(1).put(new byte[] {'T', 'E', 'S', 'T'});
        answer.putLong(now).putLong(question.getLong(40)).putLong(now).putLong(now);
        return answer.array();
    }

    private static long stamp(Instant time) {
        long fraction = ((long) time.getNano() << 32) / 1_000_000_000L;
        return (time.getEpochSecond() + FROM_1900) << 32 | fraction;
    }

    @Override
    public void close() {
        socket.close();
    }
}
