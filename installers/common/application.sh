# shellcheck shell=sh disable=SC2034,SC2154  # its variables are those of `package`
# What the packages of macOS and Windows share: an application made by jpackage, with a launcher for the window and one
# for the command line. Sourced, never run.

# make_application NAME VERSION COMMAND ICON [OPTION...]: an application with the launchers NAME and COMMAND, into
# $work/image.
make_application() {
    say 'putting the application together'
    name=$1 number=$2 command=$3 icon=$4
    shift 4
    mkdir -p "$work/image"
    make_runtime "$work/runtime"
    rm -rf "$work/input"
    make_jars "$work/input"
    set_times "$work/input"
    describe_command
    # shellcheck disable=SC2016,SC2046  # the launchers expand $APPDIR; many options, without spaces in them
    "$jdk/bin/jpackage" --type app-image --dest "$(native "$work/image")" --name "$name" --app-version "$number" \
        --vendor 'The Lamina developers' --copyright '2026 the Lamina developers' \
        --description 'Compose, check, build and boot lean Linux systems' \
        --runtime-image "$(native "$work/runtime")" --input "$(native "$work/input")" --icon "$(native "$icon")" \
        --main-jar studio.jar --main-class dev.lamina.app.Main \
        $(options window | sed 's/^/--java-options /') --java-options '-Dlamina.program=studio' \
        --java-options '-Djava.library.path=$APPDIR' --java-options '-Djna.boot.library.path=$APPDIR' \
        --java-options '-XX:AOTCache=$APPDIR/studio.aot' \
        --add-launcher "$command=$(native "$work/command.properties")" "$@"
}

# The launcher of the command line: the options stand in one line, parted by spaces.
describe_command() {
    cat >"$work/command.properties" <<END
main-jar=lamina.jar
main-class=dev.lamina.app.Main
java-options=$(options commands | tr '\n' ' ')-Djava.library.path=\$APPDIR -Djna.boot.library.path=\$APPDIR -XX:AOTCache=\$APPDIR/lamina.aot
win-console=true
win-menu=false
win-shortcut=false
END
}

# options NAME: of app/src/main/launch, one in a line.
options() { grep '^-' "$root/app/src/main/launch/$1.options"; }

# train_launchers BIN APP NAME COMMAND: by the launchers themselves, since only they know their class path. The times of
# the jars are those that the caches will see: packages keep them.
train_launchers() {
    say 'training the ahead-of-time caches'
    set_times "$2"
    train_launcher "$1/$4" "$2/$4.cfg" '' --train "$root/examples/minimal.yml"
    train_launcher "$1/$3" "$2/$3.cfg" "$quick" --train-window "$root/examples/web.yml"
}

train_launcher() {
    program=$1 cfg=$2 option=$3
    shift 3
    cp "$cfg" "$work/cfg"
    # Its settings end with those of Java.
    sed 's/-XX:AOTCache=/-XX:AOTCacheOutput=/' "$work/cfg" >"$cfg"
    printf '\njava-options=-Dglass.platform=Headless\n' >>"$cfg"
    [ -z "$option" ] || printf 'java-options=%s\n' "$option" >>"$cfg"
    # A package without caches would work, and start slowly.
    "$program" "$1" "$(native "$2")" >>"$work/train.log" 2>&1 </dev/null || {
        say "no ahead-of-time cache could be made: $work/train.log"
        exit 1
    }
    cp "$work/cfg" "$cfg"
}
