package dev.lamina.assembler.registry;

import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Whose certificates are believed: those that Java believes, and the user's own.
final class Trust {
    private Trust() {}

    /// @param files of certificates of authorities, PEM; empty for Java's choice alone
    static Optional<SSLContext> with(List<Path> files) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        List<Certificate> all = new ArrayList<>();
        files.forEach(file -> all.addAll(read(file)));
        try {
            all.addAll(javasOwn());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(storeOf(all)), null);
            return Optional.of(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static Collection<? extends Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!certificates.isEmpty()) {
                return certificates;
            }
            throw new InputException(file + ": holds no certificate", "give a file in PEM form");
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": no such file of certificates", null, e);
        } catch (IOException | CertificateException e) {
            throw new InputException(
                    file + ": cannot be read as certificates (" + e.getMessage() + ")", "give a file in PEM form", e);
        }
    }

    private static List<X509Certificate> javasOwn() throws GeneralSecurityException {
        List<X509Certificate> own = new ArrayList<>();
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager x509) {
                own.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return own;
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore storeOf(List<Certificate> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("ca-" + i, certificates.get(i));
        }
        return store;
    }
}
