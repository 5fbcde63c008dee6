import org.jspecify.annotations.NullMarked;

/// Images in, plan, steps, segments and formats out; the built-in catalogue.
@NullMarked
module dev.lamina.assembler {
    requires static transitive org.jspecify;
    requires transitive dev.lamina.model;
    requires com.github.luben.zstd_jni;
    requires transitive java.net.http;
    requires org.apache.commons.compress;
    requires org.bouncycastle.pg;
    requires org.bouncycastle.provider;
    requires org.tukaani.xz;
    requires org.yaml.snakeyaml;
    requires tools.jackson.databind;

    exports dev.lamina.assembler.catalogue;
    exports dev.lamina.assembler.difference;
    exports dev.lamina.assembler.facts;
    exports dev.lamina.assembler.format;
    exports dev.lamina.assembler.fs.compress;
    exports dev.lamina.assembler.fs.cpio;
    exports dev.lamina.assembler.fs.iso;
    exports dev.lamina.assembler.fs.qcow2;
    exports dev.lamina.assembler.fs.tar;
    exports dev.lamina.assembler.git;
    exports dev.lamina.assembler.http;
    exports dev.lamina.assembler.io;
    exports dev.lamina.assembler.listing;
    exports dev.lamina.assembler.oci;
    exports dev.lamina.assembler.packages;
    exports dev.lamina.assembler.packages.deb;
    exports dev.lamina.assembler.packages.debian;
    exports dev.lamina.assembler.packages.download;
    exports dev.lamina.assembler.packages.index;
    exports dev.lamina.assembler.packages.mirror;
    exports dev.lamina.assembler.part;
    exports dev.lamina.assembler.plan;
    exports dev.lamina.assembler.registry;
    exports dev.lamina.assembler.sbom;
    exports dev.lamina.assembler.segment;
    exports dev.lamina.assembler.size;
    exports dev.lamina.assembler.tree;
}
