package dev.lamina.assembler.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/// An OpenPGP key that signs for tests.
public final class TestKey {
    /// When test keys are made.
    public static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private final BcPGPKeyPair pair;
    private PGPPublicKeyRing ring;
    private int hash = HashAlgorithmTags.SHA512;
    private int type = PGPSignature.CANONICAL_TEXT_DOCUMENT;

    /// A key that never expires.
    public TestKey() {
        this(Duration.ZERO);
    }

    /// A key that expires so long after [#MADE].
    public TestKey(Duration lifetime) {
        try {
            Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
            generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
            pair = new BcPGPKeyPair(PublicKeyAlgorithmTags.EDDSA_LEGACY, generator.generateKeyPair(), Date.from(MADE));
            PGPSignatureSubpacketGenerator packets = new PGPSignatureSubpacketGenerator();
            packets.setKeyExpirationTime(lifetime.toSeconds());
            ring = new PGPKeyRingGenerator(
                            PGPSignature.POSITIVE_CERTIFICATION,
                            pair,
                            "test",
                            new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                            packets.generate(),
                            null,
                            signer(HashAlgorithmTags.SHA512),
                            null)
                    .generatePublicKeyRing();
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BcPGPContentSignerBuilder signer(int hash) {
        return new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.EDDSA_LEGACY, hash);
    }

    /// Takes the key back.
    public TestKey revoked() {
        try {
            PGPSignatureGenerator generator =
                    new PGPSignatureGenerator(signer(HashAlgorithmTags.SHA512), pair.getPublicKey());
            generator.init(PGPSignature.KEY_REVOCATION, pair.getPrivateKey());
            PGPPublicKey revoked = PGPPublicKey.addCertification(
                    ring.getPublicKey(), generator.generateCertification(ring.getPublicKey()));
            ring = PGPPublicKeyRing.insertPublicKey(ring, revoked);
            return this;
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestKey hashingWithSha1() {
        hash = HashAlgorithmTags.SHA1;
        return this;
    }

    public TestKey signingAsBinary() {
        type = PGPSignature.BINARY_DOCUMENT;
        return this;
    }

    /// As messages name it.
    public String id() {
        return HexFormat.of().withUpperCase().toHexDigits(pair.getKeyID());
    }

    public static byte[] publicKeys(TestKey... keys) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Some words before the keys.\n\n".getBytes(StandardCharsets.US_ASCII));
        try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(bytes)) {
            for (TestKey key : keys) {
                key.ring.encode(armour);
            }
        }
        return bytes.toByteArray();
    }

    /// A clear-signed text with a signature by each key.
    public static byte[] signed(String text, TestKey... keys) throws IOException {
        List<String> lines = text.lines().toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n";
        bytes.writeBytes((head + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(bytes)) {
            for (TestKey key : keys) {
                key.signature(String.join("\r\n", lines)).encode(armour);
            }
        }
        return bytes.toByteArray();
    }

    private PGPSignature signature(String text) {
        try {
            PGPSignatureGenerator generator = new PGPSignatureGenerator(signer(hash), pair.getPublicKey());
            generator.init(type, pair.getPrivateKey());
            generator.update(text.getBytes(StandardCharsets.UTF_8));
            return generator.generate();
        } catch (PGPException e) {
            throw new IllegalStateException(e);
        }
    }
}
