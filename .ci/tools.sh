# shellcheck shell=sh
# What ./lamina and ./verify share: find a JDK and Maven, install what is missing. Sourced, never run.

# The oldest Java that compiles and runs Lamina.
oldest_java=25

say() { printf 'lamina: %s\n' "$*" >&2; }

# Prints the folder of the first suitable JDK.
find_jdk() {
    if is_jdk "${JAVA_HOME:-}"; then printf '%s\n' "$JAVA_HOME"; return; fi
    java=$(command -v java || true)
    if [ -n "$java" ]; then
        folder=$(readlink -f "$java" 2>/dev/null || printf '%s\n' "$java")
        folder=${folder%/bin/java}
        if is_jdk "$folder"; then printf '%s\n' "$folder"; return; fi
    fi
    # The folders of Linux distributions, IDEs, SDKMAN, macOS and Homebrew. LAMINA_JVM_FOLDERS replaces the system's.
    # shellcheck disable=SC2086  # the variable holds several folders
    for folder in ${LAMINA_JVM_FOLDERS-/usr/lib/jvm /usr/java /opt/java /opt /Library/Java/JavaVirtualMachines \
            /opt/homebrew/opt/openjdk*/libexec /usr/local/opt/openjdk*/libexec} \
            "$HOME/.sdkman/candidates/java" "$HOME/.jdks" "$HOME/Library/Java/JavaVirtualMachines"; do
        for jdk in "$folder"/*; do
            if is_jdk "$jdk"; then printf '%s\n' "$jdk"; return; fi
            if is_jdk "$jdk/Contents/Home"; then printf '%s\n' "$jdk/Contents/Home"; return; fi
        done
    done
    return 1
}

# Whether $1 holds a compiler of a suitable version; read from its `release` file, which starts no JVM.
is_jdk() {
    [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
        JAVA_VERSION=*)
            version=${line#JAVA_VERSION=\"}
            version=${version%%[!0-9]*}
            [ -n "$version" ] && [ "$version" -ge "$oldest_java" ]
            return
            ;;
        esac
    done <"$1/release"
    return 1
}

# Sets `jdk`, installing one when this may be done, or explains how to get one and stops.
need_jdk() {
    jdk=$(find_jdk) && return
    package=openjdk-$oldest_java-jdk-headless
    if may_install && in_apt "$package"; then
        install "$package" "Lamina is written for Java $oldest_java" && jdk=$(find_jdk) && return
    fi
    say "no JDK $oldest_java or newer found (looked at JAVA_HOME, PATH and the usual folders)"
    cat >&2 <<END
hint: get one in any of these ways, then run this again (or set JAVA_HOME):
  Debian 13, Ubuntu 25.10   apt install $package
  other Linux               https://adoptium.net/temurin/releases/?version=$oldest_java (unpack into /opt or ~/.jdks)
  macOS                     brew install openjdk@$oldest_java
  Windows                   winget install EclipseAdoptium.Temurin.$oldest_java.JDK
  Linux, macOS              sdk install java $oldest_java-tem   (SDKMAN)
END
    exit 3
}

# Sets `maven`, installing it when this may be done, or prints the line to type and stops.
need_maven() {
    for maven in "${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}" "$(command -v mvn || true)"; do
        if [ -n "$maven" ] && [ -x "$maven" ]; then return; fi
    done
    if may_install && install maven "Lamina is built with Maven"; then
        maven=$(command -v mvn) && return
    fi
    say "Maven not found on PATH"
    say_how_to_install maven maven maven Apache.Maven
    exit 3
}

# Runs Maven itself on our JDK: the build's formatter needs a current one.
run_maven() { JAVA_HOME=$jdk "$maven" -B "$@"; }

# Whether Linux finds a shared library; only it has this cache.
have_library() { PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -qF "$1"; }

# Whether packages can be installed without asking: root on Debian or a descendant.
may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && command -v dpkg >/dev/null 2>&1; }

# Whether apt offers the package, after a look at the mirrors when it does not seem so.
in_apt() {
    apt-cache show "$1" >/dev/null 2>&1 && return
    quiet_apt update && apt-cache show "$1" >/dev/null 2>&1
}

# install "PACKAGE..." REASON: one line for the user; apt's own chatter only when it fails.
install() {
    say "installing $1 with apt: $2"
    apt_log=$(mktemp)
    # shellcheck disable=SC2086  # several packages
    if quiet_apt install $1 || { quiet_apt update && quiet_apt install $1; }; then
        rm -f "$apt_log"
        return
    fi
    say "apt could not install $1:"
    grep -E '^(E|W|dpkg):' "$apt_log" | tail -n 5 >&2
    rm -f "$apt_log"
    return 1
}

quiet_apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 \
        -o DPkg::Lock::Timeout=300 "$@" >"${apt_log:-/dev/null}" 2>&1 </dev/null
}

# say_how_to_install APT DNF BREW WINGET: the line for this computer; without winget's name there is none for it.
say_how_to_install() {
    if command -v apt-get >/dev/null 2>&1; then say "hint: sudo apt install --no-install-recommends $1"
    elif command -v dnf >/dev/null 2>&1; then say "hint: sudo dnf install $2"
    elif command -v brew >/dev/null 2>&1; then say "hint: brew install $3"
    else say "hint: apt install $1   or: dnf install $2   or: brew install $3${4:+   or: winget install $4}"
    fi
}
