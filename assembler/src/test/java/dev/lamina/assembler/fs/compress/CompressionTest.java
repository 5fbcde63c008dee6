package dev.lamina.assembler.fs.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.io.CountingInputStream;
import dev.lamina.model.problem.EnvironmentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

final class CompressionTest {

    @ParameterizedTest
    @CsvSource({
        "1f8b08000000, GZIP",
        "1f8b, GZIP",
        "fd377a585a00, XZ",
        "fd377a585a, NONE",
        "28b52ffd0400, ZSTD",
        "502a4d1804000000, ZSTD",
        "5f2a4d18, ZSTD",
        "602a4d18, NONE",
        "1f, NONE",
        "'', NONE",
        "70617468, NONE",
    })
    void theFirstBytesTell(String start, Compression expected) {
        assertThat(Compression.detect(HexFormat.of().parseHex(start))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCompressedComesBack(Compression compression) throws IOException {
        byte[] content = content(1);
        assertThat(unpack(pack(compression, content))).isEqualTo(content);
        assertThat(unpack(pack(compression, new byte[0]))).isEmpty();
    }

    /// Layers and the kernel's ramdisk may be several streams back to back.
    @ParameterizedTest
    @EnumSource
    void streamsBackToBackAreOne(Compression compression) throws IOException {
        byte[] both = concat(pack(compression, content(1)), pack(compression, content(2)));
        assertThat(unpack(both)).isEqualTo(concat(content(1), content(2)));
    }

    @ParameterizedTest
    @EnumSource
    void anOutputLongerThanDeclaredIsAnError(Compression compression) throws IOException {
        byte[] packed = pack(compression, new byte[1001]);
        assertThat(Compression.decompress(new ByteArrayInputStream(packed), 1001)
                        .readAllBytes())
                .hasSize(1001);
        InputStream bounded = Compression.decompress(new ByteArrayInputStream(packed), 1000);
        assertThatThrownBy(bounded::readAllBytes)
                .isInstanceOf(IOException.class)
                .hasMessage("the compressed data holds more than the 1000 bytes that it should");
    }

    @Test
    void whatIsSkippedCountsToo() throws IOException {
        InputStream bounded =
                Compression.decompress(new ByteArrayInputStream(pack(Compression.ZSTD, new byte[5000])), 1000);
        assertThatThrownBy(() -> bounded.skip(5000)).isInstanceOf(IOException.class);
    }

    @Test
    void anOutputBeyondAllReasonIsABomb() {
        InputStream zeros = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };
        InputStream bomb =
                new BoundedOutput(zeros, new CountingInputStream(InputStream.nullInputStream()), Long.MAX_VALUE);
        assertThatThrownBy(() -> bomb.transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessage("the compressed data unpacks to more than 50000 times its size");
    }

    @Test
    void whatADecoderThrowsIsDamage() {
        InputStream broken = new BoundedOutput(throwing(new IllegalStateException("?")), counter(), Long.MAX_VALUE);
        assertThatThrownBy(broken::read).isInstanceOf(IOException.class).hasMessage("the compressed data is damaged");
        EnvironmentException full = new EnvironmentException("the disk is full", null);
        assertThatThrownBy(() -> new BoundedOutput(throwing(full), counter(), Long.MAX_VALUE).read())
                .isSameAs(full);
    }

    private static CountingInputStream counter() {
        return new CountingInputStream(InputStream.nullInputStream());
    }

    private static InputStream throwing(RuntimeException e) {
        return new InputStream() {
            @Override
            public int read() {
                throw e;
            }
        };
    }

    static Stream<Arguments> cuts() {
        return Stream.of(Compression.GZIP, Compression.XZ, Compression.ZSTD)
                .flatMap(compression -> IntStream.range(1, 20).mapToObj(part -> Arguments.of(compression, part)));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aStreamThatIsCutOffIsAnError(Compression compression, int part) throws IOException {
        byte[] packed = pack(compression, content(1));
        byte[] cut = Arrays.copyOf(packed, Math.max(6, packed.length * part / 20));
        assertThatThrownBy(() -> unpack(cut)).isInstanceOf(IOException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedBytesGiveTheContentOrAnError(long seed) throws IOException {
        Random random = new Random(seed);
        Compression compression = Compression.values()[1 + random.nextInt(3)];
        byte[] packed = pack(compression, content(1));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            packed[4 + random.nextInt(packed.length - 4)] ^= (byte) (1 << random.nextInt(8));
        }
        try {
            Compression.decompress(new ByteArrayInputStream(packed), 1 << 20)
                    .transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesBehindAMagicAreTaken(long seed) {
        Random random = new Random(seed);
        String[] magics = {"1f8b0800", "fd377a585a00", "28b52ffd", "502a4d18"};
        byte[] garbage = new byte[random.nextInt(200)];
        random.nextBytes(garbage);
        byte[] data = concat(HexFormat.of().parseHex(magics[random.nextInt(magics.length)]), garbage);
        try {
            Compression.decompress(new ByteArrayInputStream(data), 1 << 20).transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    @Test
    void anXzThatWantsTooMuchMemoryIsRefused() throws IOException {
        byte[] bytes = pack(Compression.XZ, new byte[1]);
        // Block header: size, flags, filter 0x21, size of its properties, dictionary size; then CRC-32.
        bytes[12 + 4] = 36;
        CRC32 crc = new CRC32();
        int length = (bytes[12] + 1) * 4 - 4;
        crc.update(bytes, 12, length);
        for (int i = 0; i < 4; i++) {
            bytes[12 + length + i] = (byte) (crc.getValue() >> (8 * i));
        }
        assertThatThrownBy(() -> unpack(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("of memory would be needed");
    }

    @Test
    void zstdGivesTheSameBytesHoweverItIsFed() throws IOException {
        byte[] content = content(3);
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        try (ZstdOutput out = new ZstdOutput(pieces, 10)) {
            for (int at = 0; at < content.length; at += 777) {
                out.write(content, at, Math.min(777, content.length - at));
                out.flush();
            }
        }
        assertThat(pieces.toByteArray()).isEqualTo(pack(Compression.ZSTD, content));
        assertThatThrownBy(() -> new ZstdOutput(pieces, 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("zstd level 20");
    }

    private static byte[] content(long seed) {
        Random random = new Random(seed);
        byte[] content = new byte[20_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 'a' + i % 7);
        }
        return content;
    }

    private static byte[] pack(Compression compression, byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = switch (compression) {
            case NONE -> packed;
            case GZIP -> new GZIPOutputStream(packed);
            case XZ -> new XZOutputStream(packed, new LZMA2Options(1));
            case ZSTD -> new ZstdOutput(packed, 10);
        }) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] unpack(byte[] packed) throws IOException {
        try (InputStream in = Compression.decompress(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
