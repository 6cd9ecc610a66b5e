#!/bin/sh
# Both commands of the README, from a fresh clone, in a bare Debian: sh tests/bare.sh bookworm|trixie FOLDER
#
# Makes the folder by debootstrap where it is not there yet, with this machine's mirror and settings of apt, and
# prints how long each command took. As root; outside the runs of the tests, since it takes as long as they do.
set -eu
suite=${1:?which suite} folder=${2:?which folder}
cd "$(dirname "$0")/.."

if [ ! -e "$folder/etc/debian_version" ]; then
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep -v -e security -e '^$' | head -n 1)
    debootstrap --variant=minbase "$suite" "$folder" "$mirror"
fi
cp /etc/apt/apt.conf.d/* "$folder/etc/apt/apt.conf.d/"
cp /etc/resolv.conf /etc/hosts "$folder/etc/"

mounted=
leave() { for place in $mounted; do umount "$place"; done; }
trap leave EXIT
trap 'exit 130' INT TERM
# mounts PLACE OPTIONS…: unless it is mounted, and until the end
mounts() {
    place=$folder/$1
    shift
    ! mountpoint -q "$place" || return 0
    mkdir -p "$place"
    mount "$@" "$place"
    mounted="$place $mounted"
}
mounts proc -t proc proc
mounts dev --bind /dev
mounts dev/pts --bind /dev/pts
mounts dev/shm -t tmpfs tmpfs

rm -rf "$folder/root/huiyin"
git clone --quiet --no-hardlinks . "$folder/root/huiyin"
for command in docs/quickstart.sh tests/run.sh; do
    began=$(date +%s)
    chroot "$folder" /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        TERM=dumb sh "/root/huiyin/$command"
    echo "== $suite: sh $command took $(($(date +%s) - began)) s =="
done
