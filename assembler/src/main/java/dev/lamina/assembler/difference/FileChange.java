package dev.lamina.assembler.difference;

import dev.lamina.assembler.listing.ListedFile;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// How an entry of the tree differs between two systems.
public sealed interface FileChange {
    String path();

    /// The component that has it, the later one if it moved from one to another.
    String component();

    /// How many bytes more the later system has for it, uncompressed.
    long growth();

    record Added(ListedFile after) implements FileChange {
        @Override
        public String path() {
            return after.path();
        }

        @Override
        public String component() {
            return after.component();
        }

        @Override
        public long growth() {
            return after.size();
        }
    }

    record Removed(ListedFile before) implements FileChange {
        @Override
        public String path() {
            return before.path();
        }

        @Override
        public String component() {
            return before.component();
        }

        @Override
        public long growth() {
            return -before.size();
        }
    }

    /// @param aspects what differs, in the order of [Aspect]; never empty
    record Changed(ListedFile before, ListedFile after, Set<Aspect> aspects) implements FileChange {
        public Changed {
            aspects = Collections.unmodifiableSet(EnumSet.copyOf(aspects));
        }

        @Override
        public String path() {
            return after.path();
        }

        @Override
        public String component() {
            return after.component();
        }

        @Override
        public long growth() {
            return after.size() - before.size();
        }

        /// Whether nothing differs but the time of the last change, as after every rebuild of an image, or the number
        /// of the container.
        public boolean isMinor() {
            return EnumSet.of(Aspect.PLACE, Aspect.TIME).containsAll(aspects);
        }
    }

    enum Aspect {
        /// It moved with its container, whose number in the order of `onboot` or `onshutdown` changed.
        PLACE,
        /// A file became a link, and the like.
        KIND,
        CONTENT,
        MODE,
        /// Of user or group.
        OWNER,
        /// The target of a link.
        LINK,
        /// Another component has it now.
        COMPONENT,
        TIME
    }
}
