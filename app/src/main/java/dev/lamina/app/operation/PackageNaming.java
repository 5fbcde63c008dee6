package dev.lamina.app.operation;

import dev.lamina.assembler.catalogue.PackageName;
import dev.lamina.model.problem.InputException;
import java.util.Optional;

/// What a user wants packages to be called, whatever their descriptions say.
///
/// @param org what comes before the slash
/// @param tag in which `{{.Hash}}` stands for the hash of what is described
/// @param hash in place of that hash
public record PackageNaming(Optional<String> org, Optional<String> tag, Optional<String> hash) {
    /// What images are called that say nothing about it: they are of this computer.
    static final String OWN = "local";

    public PackageNaming {
        org.filter(text -> !PackageName.isOrg(text)).ifPresent(text -> {
            throw new InputException(
                    "'" + text + "' cannot stand before the name of an image",
                    "small letters and digits, e.g. team or registry.example/team");
        });
        tag.filter(text -> !PackageName.isTag(text)).ifPresent(text -> {
            throw new InputException("'" + text + "' cannot be a tag", "e.g. 1.2, or v1-{{.Hash}}");
        });
        hash.filter(text -> !PackageName.isTag(text)).ifPresent(text -> {
            throw new InputException("'" + text + "' cannot be a tag", "letters and digits, with . _ - between them");
        });
    }

    String reference(PackageName described, String hashOfContent) {
        String template = tag.or(described::tag).orElse(PackageName.HASH_ALONE);
        return org.or(described::org).orElse(OWN) + "/" + described.image() + ":"
                + PackageName.filled(template, hash.orElse(hashOfContent));
    }
}
