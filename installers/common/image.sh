# shellcheck shell=sh disable=SC2034,SC2154  # its variables are those of `package`
# What all packages hold: jars, a runtime of our own, ahead-of-time caches. Sourced by `package`, never run.

# The modules of Java that Lamina and its libraries use: java.desktop for the beans that readers of YAML and JSON look
# for, jdk.crypto.ec and jdk.charsets for mirrors and archives.
modules=java.base,java.desktop,java.logging,java.management,java.net.http,java.xml
modules=$modules,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.management,jdk.unsupported,jdk.zipfs

# build_jars: all jars of the program, from the sources. LAMINA_JARS names a folder with lib and lib-window where they
# are already.
build_jars() {
    jars=${LAMINA_JARS:-}
    [ -z "$jars" ] || return 0
    say 'building the jars'
    jars=$work/jars
    rm -rf "$jars"
    mkdir -p "$work"
    (cd "$root" && run_maven -q -Plauncher -Dlamina.launcher="$(native "$jars/lib")" -Dmaven.test.skip=true \
        -Dspotless.check.skip=true -pl app -am package) >"$work/build.log" 2>&1 </dev/null || {
        say "the build failed: $work/build.log"
        grep '^\[ERROR\]' "$work/build.log" | head -n 10 >&2
        exit 1
    }
    cp "$root"/app/target/lamina-app-*.jar "$jars/lib/"
}

# make_jars FOLDER: the jars and native libraries as they are installed.
make_jars() {
    "$jdk/bin/java" "$(native "$root/installers/common/Jars.java")" "$(native "$jars/lib")" \
        "$(native "$jars/lib-window")" "$(native "$1")" "$system" "$arch"
}

# make_runtime FOLDER: not compressed, for then packages are smaller and starts faster. The archive of common classes is
# for starts without an ahead-of-time cache. LAMINA_JMODS names a folder with the modules of a JDK that lacks them.
make_runtime() {
    rm -rf "$1"
    "$jdk/bin/jlink" ${LAMINA_JMODS:+--module-path "$LAMINA_JMODS"} --add-modules "$modules" \
        --strip-debug --no-header-files --no-man-pages --compress zip-0 --output "$(native "$1")"
    "$1/bin/java" -XX:+UseSerialGC -Xshare:dump -Xlog:disable -Xlog:all=error:stderr
}

# What the window learns for its start is compiled quickly and not well; what gets hot later is compiled well all the
# same. Otherwise compiling would take a processor from the start (docs/performance.md).
quick=-XX:TieredStopAtLevel=1

# train HOME: one ahead-of-time cache per program, made by a start of each where nobody sees it. A cache knows the jars
# by their sizes and times, wherever they are.
train() {
    learn "$1" lamina -Dlamina.terminal=false --train "$root/examples/minimal.yml"
    learn "$1" studio "$quick -Dglass.platform=Headless" --train-window "$root/examples/web.yml"
}

# learn HOME PROGRAM JVM-OPTIONS ARGUMENT...
learn() {
    home=$1 program=$2 options=$3
    shift 3
    # shellcheck disable=SC2086  # several options
    "$home/runtime/bin/java" "-XX:AOTCacheOutput=$home/lib/$program.aot" "@$home/lib/$program.options" $options \
        "-Djava.library.path=$home/lib" "-Djna.boot.library.path=$home/lib" -cp "$home/lib/$program.jar" \
        dev.lamina.app.Main "$@" >>"$work/train.log" 2>&1 </dev/null || {
        say "no ahead-of-time cache could be made: $work/train.log"
        exit 1
    }
}

# set_times FOLDER: the same for all files, so that the same sources give the same package.
set_times() {
    # GNU's date or that of BSD.
    stamp=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S 2>/dev/null || date -u -r "$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S)
    find "$1" -exec env TZ=UTC touch -h -t "$stamp" {} +
}

# native FILE: as programs of Windows want it.
native() { if command -v cygpath >/dev/null 2>&1; then cygpath -m "$1"; else printf '%s\n' "$1"; fi; }
