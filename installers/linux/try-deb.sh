#!/bin/sh
# Installs a package in a fresh Debian, runs the demonstration from the menu entry and from the command line, and removes
# the package again.
#
# usage: try-deb.sh PACKAGE.deb FOLDER    as root; needs debootstrap, Xvfb, xdotool and ImageMagick. Debian is
#                                         installed to FOLDER/debian unless it exists; screenshots are saved in FOLDER.
set -e
deb=$(readlink -f "$1")
folder=$2
mkdir -p "$folder"
folder=$(readlink -f "$folder")
tree=$folder/debian
user=tester
home=/home/$user
display=:${DISPLAY_NUMBER:-77}

inside() { chroot "$tree" "$@"; }
as_user() { chroot "$tree" su "$user" -c "cd; export DISPLAY=$display; $1"; }
report() { printf '\n== %s\n' "$1"; }
picture() { import -display "$display" -window root "$folder/$1.png"; }
must() { if ! "$@"; then echo "FAILED: $*" >&2; exit 1; fi; }

# Waits for a condition, up to a number of seconds.
await() {
  seconds=$1
  shift
  until "$@" >/dev/null 2>&1; do
    seconds=$((seconds - 1))
    must [ "$seconds" -gt 0 ]
    sleep 1
  done
}

end() {
  [ -z "$studio" ] || kill "$studio" 2>/dev/null || true
  [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
  for mounted in dev proc; do umount "$tree/$mounted" 2>/dev/null || true; done
}
trap end EXIT

report 'A Debian with what every Debian has'
[ -d "$tree" ] || debootstrap --variant=minbase bookworm "$tree"
mount -t proc proc "$tree/proc"
mount --bind /dev "$tree/dev"
inside useradd --create-home --shell /bin/sh "$user"

# All files outside the home folder and the package manager's records.
everything() { (cd "$tree" && find . -xdev \( -path ./home -o -path ./var -o -path ./proc -o -path ./dev -o -path ./tmp \) -prune -o -print); }

report 'Installing'
cp "$deb" "$tree/tmp/dwa-studio.deb"
inside apt-get update -q
inside env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends /tmp/dwa-studio.deb
inside dpkg -s dwa-studio | grep -E '^(Version|Installed-Size|Status)'
must inside grep -q 'application/x-dwa-experiment:\*.dwa' /usr/share/mime/globs2

report 'The demonstration on the command line'
as_user 'dwa-studio --version'
as_user "dwa-studio synthesize --config /opt/dwa-studio/sample-configs/demonstration.yaml --out $home/by-command"
must [ "$(find "$tree$home/by-command/images" -name '*.png' | wc -l)" -eq 100 ]

report 'The demonstration in the window, from the menu entry'
Xvfb "$display" -screen 0 1440x900x24 -nolisten tcp -ac 2>/dev/null &
screen=$!
command=$(sed -n 's/^Exec=//p' "$tree/usr/share/applications/dwa-studio.desktop" | sed 's/ %[fFuU]//')
window() { DISPLAY=$display xdotool search --onlyvisible --name '^DWA Studio$'; }
await 30 xdpyinfo -display "$display"
as_user "$command" >"$folder/studio.log" 2>&1 &
studio=$!
await 120 window
sleep 20
picture window
DISPLAY=$display xdotool windowfocus "$(window | tail -n 1)" key F5
await 60 [ -d "$tree$home/dwa-studio/runs" ]
sleep 10
picture running
finished() { find "$tree$home/dwa-studio/runs" -name contact-sheet.png | grep -q .; }
await 1800 finished
sleep 5
picture finished
DISPLAY=$display xdotool windowfocus "$(window | tail -n 1)" key ctrl+q
wait "$studio"
studio=
must [ "$(find "$tree$home/dwa-studio/runs" -path '*/images/*' -name '*.png' | wc -l)" -eq 100 ]
cat "$folder/studio.log"

report 'An experiment from the file manager'
sed -e 's/^name: .*/name: mine/' -e 's/imagesPerClass: 10/imagesPerClass: 3/' \
  "$tree/opt/dwa-studio/sample-configs/demonstration.yaml" >"$tree$home/mine.dwa"
as_user "$command $home/mine.dwa" >>"$folder/studio.log" 2>&1 &
studio=$!
await 120 window
sleep 15
picture experiment
DISPLAY=$display xdotool windowfocus "$(window | tail -n 1)" key ctrl+q
wait "$studio"
studio=

report 'Removing'
inside apt-get purge -y -q dwa-studio
left=$(everything | grep -i 'dwa[-_]\(studio\|experiment\)' || true)
must [ -z "$left" ]
must [ ! -e "$tree/opt/dwa-studio" ]
must [ -e "$tree$home/by-command/run.yaml" ]
must finished
report "All is well. What the window looked like is in $folder."
