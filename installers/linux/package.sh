# shellcheck shell=sh disable=SC2034,SC2154  # its variables are those of `package`
# The packages of Linux: deb, rpm and a tar that runs wherever it is unpacked. Sourced by `package`, never run.
# All are made of one folder, which has the form of /usr.

kinds='deb rpm tar'

# How hard xz works: 6 takes minutes, and makes a sixth less of it than 1 does in seconds.
: "${LAMINA_XZ:=6}"

image=$work/image/usr
# Where things are in it; the programs find it through the links in bin.
home=$image/lib/lamina

make_image() {
    say 'putting the system image together'
    mkdir -p "$image/bin" "$home/bin"
    make_runtime "$home/runtime"
    make_jars "$home/lib"
    for program in lamina studio; do
        options=commands
        [ "$program" = lamina ] || options=window
        cp "$root/app/src/main/launch/$options.options" "$home/lib/$program.options"
    done
    cp "$root/installers/linux/lamina" "$home/bin/lamina"
    chmod 755 "$home/bin/lamina"
    ln -s lamina "$home/bin/lamina-studio"
    for program in lamina lamina-studio; do ln -s "../lib/lamina/bin/$program" "$image/bin/$program"; done
    add_documents
    add_desktop
    set_times "$image"
    say 'training the ahead-of-time caches'
    train "$home"
    set_times "$image"
    find "$image" -type d -exec chmod 755 {} + -o -type f ! -perm -100 -exec chmod 644 {} +
}

# Licence and notices of everything that is inside, examples, changes.
add_documents() {
    documents=$image/share/doc/lamina
    mkdir -p "$documents/examples"
    cp "$root/installers/linux/copyright" "$documents/copyright"
    cp "$root"/examples/* "$documents/examples/"
    gzip -9nc "$root/CHANGELOG.md" >"$documents/changelog.gz"
    check_copyright
}

# Whoever adds a library also says under which licence it comes.
check_copyright() {
    for jar in "$home"/lib/*.jar; do
        name=${jar##*/}
        name=${name%%-[0-9]*}
        case $name in lamina*.jar | studio.jar | lamina-*) continue ;; esac
        grep -q "lib/$name-" "$root/installers/linux/copyright" || {
            say "installers/linux/copyright does not tell the licence of $name"
            exit 1
        }
    done
}

# Desktop entry, type of compositions, icons, manual pages and the completion of bash.
add_desktop() {
    share=$image/share
    mkdir -p "$share/bash-completion/completions" "$share/icons"
    cp -R "$root/installers/linux/share/." "$share/"
    cp -R "$root/icons/target/icons/hicolor" "$share/icons/"
    export LAMINA_HOME="$work/home"
    "$home/bin/lamina" manual --dir "$share/man/man1"
    gzip -9n "$share"/man/man1/*.1
    "$home/bin/lamina" completion bash >"$share/bash-completion/completions/lamina"
}

# The libraries of the desktop that the window draws with; of newer systems under their new names.
deb_depends='libc6, zlib1g, libgtk-3-0t64 | libgtk-3-0, libgl1, libxtst6, libxxf86vm1, fonts-dejavu-core | fonts-liberation'
deb_recommends='qemu-system-x86, qemu-utils'
# Fedora's and openSUSE's names; what nobody has is not missed.
rpm_recommends='qemu-system-x86-core, qemu-x86, qemu-img'
if [ "$arch" = arm64 ]; then
    deb_recommends='qemu-system-arm, qemu-utils'
    rpm_recommends='qemu-system-aarch64-core, qemu-arm, qemu-img'
fi

package_deb() {
    tree=$work/deb
    rm -rf "$tree"
    mkdir -p "$tree/DEBIAN"
    cp -a "$image" "$tree/usr"
    sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" \
        -e "s/@SIZE@/$(du -sk --apparent-size "$image" | cut -f 1)/" \
        -e "s/@DEPENDS@/$deb_depends/" -e "s/@RECOMMENDS@/$deb_recommends/" \
        "$root/installers/linux/control" >"$tree/DEBIAN/control"
    (cd "$tree" && find usr -type f -print | LC_ALL=C sort | xargs -d '\n' md5sum) >"$tree/DEBIAN/md5sums"
    set_times "$tree"
    name=lamina_${version}_$arch.deb
    dpkg-deb --root-owner-group -Zxz "-z$LAMINA_XZ" --build "$tree" "$packages/$name" >/dev/null
    publish "$name"
}

package_rpm() {
    cpu=x86_64
    [ "$arch" != arm64 ] || cpu=aarch64
    rm -rf "$work/rpm"
    rpmbuild -bb --quiet --target "$cpu" --define "_topdir $work/rpm" --define "lamina_version $version" \
        --define "lamina_image $image" --define "lamina_recommends $rpm_recommends" \
        --define "_binary_payload w$LAMINA_XZ.xzdio" "$root/installers/linux/lamina.spec" >"$work/rpm.log" 2>&1 || {
        say "rpmbuild failed: $work/rpm.log"
        tail -n 5 "$work/rpm.log" >&2
        exit 1
    }
    name=lamina-$version-1.$cpu.rpm
    mv "$work/rpm/RPMS/$cpu/$name" "$packages/$name"
    publish "$name"
}

# Portable: programs in bin, all else as in the other packages.
package_tar() {
    folder=lamina-$version
    name=lamina-$version-linux-$arch.tar.xz
    tar -C "$image" --transform "s,^\\.,$folder,S" --sort=name --format=gnu --owner=0 --group=0 --numeric-owner -cf - . |
        xz "-$LAMINA_XZ" -T1 >"$packages/$name"
    publish "$name"
}
