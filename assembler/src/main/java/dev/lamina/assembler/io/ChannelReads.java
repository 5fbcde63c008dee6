package dev.lamina.assembler.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Reads of exactly so many bytes out of a part of a file.
///
/// @param start of the part in the file
/// @param size of the part
/// @param name of the file, for messages
record ChannelReads(FileChannel channel, long start, long size, String name) {

    /// @param offset in the part
    ByteBuffer read(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new EOFException("there are only " + size + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + offset + bytes.position()) < 0) {
                throw new EOFException(name + " was cut off");
            }
        }
        return bytes.flip();
    }
}
