package dev.lamina.model.check;

/// What a rule has to know beside the document. Where it is not known, the rule is left out, and that is said.
public enum Need {
    /// The configuration and the label of a container's image.
    IMAGE_CONFIG,

    /// The files of a container's image.
    IMAGE_FILES,

    /// The modules and the configuration of the kernel.
    KERNEL,

    /// The sizes of all images.
    SIZES,

    /// How the system will be run; documents do not say it.
    RUN
}
