package dev.lamina.assembler.packages.index;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/// The public keys that Debian signs its archive with, and the judgement of signatures by them. Bouncy Castle only does
/// the arithmetic: whether a key may still be used is decided here.
public final class ArchiveKeys {
    private static final Set<Integer> HASHES =
            Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512);

    private final PGPPublicKeyRingCollection keys;

    private ArchiveKeys(PGPPublicKeyRingCollection keys) {
        this.keys = keys;
    }

    /// The keys that Lamina comes with.
    public static ArchiveKeys builtIn() {
        try (InputStream in = ArchiveKeys.class.getResourceAsStream("/catalogue/keys/debian-archive.asc")) {
            if (in == null) {
                throw new IOException("it is not there");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read Lamina's own list of Debian's keys", e);
        }
    }

    /// Reads armoured public keys.
    public static ArchiveKeys read(InputStream in) throws IOException {
        try {
            return new ArchiveKeys(
                    new PGPPublicKeyRingCollection(new ArmoredInputStream(in), new BcKeyFingerprintCalculator()));
        } catch (PGPException e) {
            throw new IOException("these are no OpenPGP keys", e);
        }
    }

    /// Passes when at least one signature is good and its key may be used now.
    ///
    /// @throws UntrustedIndexException with what is wrong with each signature
    void check(ClearSigned text, Instant now) throws UntrustedIndexException {
        List<String> reasons = new ArrayList<>();
        for (PGPSignature signature : signatures(text.signatures())) {
            try {
                check(signature, text.signedBytes(), now);
                return;
            } catch (UntrustedIndexException e) {
                reasons.add(e.reason());
            }
        }
        throw new UntrustedIndexException(
                reasons.isEmpty()
                        ? "is not signed"
                        : String.join(", ", reasons.stream().distinct().toList()));
    }

    private static List<PGPSignature> signatures(String armoured) throws UntrustedIndexException {
        List<PGPSignature> signatures = new ArrayList<>();
        byte[] bytes = armoured.getBytes(StandardCharsets.ISO_8859_1);
        try (ArmoredInputStream in = new ArmoredInputStream(new ByteArrayInputStream(bytes))) {
            BcPGPObjectFactory objects = new BcPGPObjectFactory(in);
            for (Object next = objects.nextObject(); next != null; next = objects.nextObject()) {
                if (next instanceof PGPSignatureList list) {
                    list.forEach(signatures::add);
                }
            }
            return signatures;
        } catch (IOException | RuntimeException e) {
            throw new UntrustedIndexException("has a damaged signature");
        }
    }

    private void check(PGPSignature signature, byte[] text, Instant now) throws UntrustedIndexException {
        String name = HexFormat.of().withUpperCase().toHexDigits(signature.getKeyID());
        PGPPublicKeyRing ring = keys.getPublicKeyRing(signature.getKeyID());
        if (ring == null) {
            throw new UntrustedIndexException("is signed by the unknown key " + name);
        }
        if (!isMadeAsItShould(signature, now) || !isGood(signature, ring.getPublicKey(signature.getKeyID()), text)) {
            throw new UntrustedIndexException("does not match its signature by the key " + name);
        }
        refuseUnusable(ring.getPublicKey(), name, now);
        refuseUnusable(ring.getPublicKey(signature.getKeyID()), name, now);
    }

    private static boolean isMadeAsItShould(PGPSignature signature, Instant now) {
        long lifetime = signature.getHashedSubPackets().getSignatureExpirationTime();
        Instant end = signature.getCreationTime().toInstant().plusSeconds(lifetime);
        return signature.getSignatureType() == PGPSignature.CANONICAL_TEXT_DOCUMENT
                && HASHES.contains(signature.getHashAlgorithm())
                && (lifetime == 0 || end.isAfter(now));
    }

    private static boolean isGood(PGPSignature signature, PGPPublicKey key, byte[] text) {
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            signature.update(text);
            return signature.verify();
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    private static void refuseUnusable(PGPPublicKey key, String name, Instant now) throws UntrustedIndexException {
        if (key.hasRevocation()) {
            throw new UntrustedIndexException("is signed by the revoked key " + name);
        }
        long lifetime = key.getValidSeconds();
        if (lifetime > 0
                && !key.getCreationTime().toInstant().plusSeconds(lifetime).isAfter(now)) {
            throw new UntrustedIndexException("is signed by the expired key " + name);
        }
    }
}
