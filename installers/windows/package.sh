# shellcheck shell=sh disable=SC2034,SC2154  # its variables are those of `package`
# The package of Windows: an msi that installs for one user, without an administrator. Needs WiX, which the runners of
# continuous integration have. Sourced by `package` in Git's bash, never run.

# shellcheck source=installers/common/application.sh
. "$root/installers/common/application.sh"

kinds=msi
# The window; `lamina.exe` beside it is the command line.
app_name='Lamina Studio'
app=$work/image/$app_name
# The same in all versions, so that a new one replaces the old.
upgrade_code=6d1a3c0e-5b0f-4f3e-9d57-3f1f6f0a7c41

make_image() {
    make_application "$app_name" "$version" lamina "$root/icons/target/icons/lamina.ico"
    train_launchers "$app" "$app/app" "$app_name" lamina
}

package_msi() {
    sed "s,@ICON@,$(native "$root/icons/target/icons/composition.ico")," \
        "$root/installers/common/composition.properties" >"$work/composition.properties"
    "$jdk/bin/jpackage" --type msi --dest "$(native "$packages")" --name "$app_name" --app-version "$version" \
        --vendor 'The Lamina developers' --app-image "$(native "$app")" --win-upgrade-uuid "$upgrade_code" \
        --win-per-user-install --win-menu --win-menu-group Lamina --win-dir-chooser --win-shortcut-prompt \
        --file-associations "$(native "$work/composition.properties")" --license-file "$(native "$root/LICENSE")"
    mv "$packages/$app_name-$version.msi" "$packages/lamina-$version-windows-$arch.msi"
    publish "lamina-$version-windows-$arch.msi"
}
