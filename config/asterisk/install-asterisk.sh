#!/usr/bin/env bash
# Install Asterisk 22 into a folder of its own. No root, no container, nothing else on the machine changes.
#
#   install-asterisk.sh PREFIX [--with-test-tools]        then: PREFIX/bin/asterisk -V
#
# Debian's stable releases have no Asterisk; Debian unstable has. Its packages are downloaded with apt's own signature
# check, unpacked below PREFIX and run with their own loader and C library, so that the machine's stay as they are.
# --with-test-tools adds sipp and baresip, which the tests call with.
#
# Environment: PARLEY_DEBIAN_MIRROR (a Debian mirror's URL; default: the one this machine's apt uses),
#              PARLEY_DEBIAN_SUITE (default: sid), PARLEY_DEBIAN_KEYRING.
set -euo pipefail

say() { echo "Asterisk: $*" >&2; }
die() { echo "Asterisk: $*" >&2; exit 1; }

[ $# -ge 1 ] || die "usage: $0 PREFIX [--with-test-tools]"
PREFIX=$(realpath -m "$1")
TOOLS=no
case ${2:-} in
  '') ;;
  --with-test-tools) TOOLS=yes ;;
  *) die "unknown option '$2'; the only one is --with-test-tools." ;;
esac

# ---- already there? The marker is written last of all, so a half-finished install is never taken for a whole one.
MARKER=$PREFIX/.finished
if [ -f "$MARKER" ] && { [ $TOOLS = no ] || grep -q '^test-tools=yes' "$MARKER"; }; then
  say "already installed in $PREFIX ($(sed -n 's/^version=//p' "$MARKER"))."
  exit 0
fi
# an install without the tools keeps tools that were there before
if [ -f "$MARKER" ] && grep -q '^test-tools=yes' "$MARKER"; then TOOLS=yes; fi

# ---- can it work here?
OTHER="or install Asterisk 22 yourself and start Parley with --asterisk external."
for tool in apt-get apt-config dpkg-deb tar; do
  command -v $tool > /dev/null || die "needs Debian or Ubuntu ($tool is missing); run Parley there, $OTHER"
done
ARCH=$(dpkg --print-architecture)
case $ARCH in
  amd64) TRIPLET=x86_64-linux-gnu ;;
  arm64) TRIPLET=aarch64-linux-gnu ;;
  *) die "no recipe for the $ARCH processor; use amd64 or arm64, $OTHER" ;;
esac
SUITE=${PARLEY_DEBIAN_SUITE:-sid}
KEYRING=${PARLEY_DEBIAN_KEYRING:-/usr/share/keyrings/debian-archive-keyring.gpg}
[ -r "$KEYRING" ] || die "Debian's signing keys are not in $KEYRING; run 'apt-get install debian-archive-keyring', $OTHER"
# The mirror that this machine already uses: it is reachable from here, and its owner chose it.
MIRROR=${PARLEY_DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2> /dev/null |
  grep -v -i security | grep -m1 -E '/debian/?$' || true)}
[ -n "$MIRROR" ] || die "apt's sources name no Debian mirror; set PARLEY_DEBIAN_MIRROR to the URL of one, $OTHER"

mkdir -p "$(dirname "$PREFIX")" 2> /dev/null || die "cannot make the folder $(dirname "$PREFIX"); choose one that you may write to."
# Everything is built beside PREFIX and moved there in one step.
NEW=$PREFIX.new
{ exec 9> "$PREFIX.lock"; } 2> /dev/null || die "cannot write to $(dirname "$PREFIX"); choose a folder that you may write to."
if command -v flock > /dev/null; then
  flock -n 9 || { say "another install is running, waiting for it"; flock 9; exec "$0" "$@"; }
fi
rm -rf "$NEW"
trap 'rm -rf "$NEW"' EXIT

# ---- an apt of our own: own state, own cache, own list of sources, the machine's apt is only the program
W=$NEW/.apt
mkdir -p "$W"/etc/apt.conf.d "$W"/etc/preferences.d "$W"/state/lists/partial "$W"/cache/archives/partial "$W"/log "$NEW"/root "$NEW"/bin
# No package counts as installed, so the C library and all others come along.
: > "$W/state/status"
# check-valid-until=no: a mirror's copy of unstable may be weeks old. The signature is verified all the same.
echo "deb [arch=$ARCH signed-by=$KEYRING check-valid-until=no] ${MIRROR%/} $SUITE main" > "$W/etc/sources.list"
own_apt() {
  DEBIAN_FRONTEND=noninteractive apt-get -qq \
    -o Dir::State="$W/state" -o Dir::State::status="$W/state/status" -o Dir::Cache="$W/cache" -o Dir::Log="$W/log" \
    -o Dir::Etc::sourcelist="$W/etc/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::Etc::preferences=/dev/null -o Dir::Etc::preferencesparts="$W/etc/preferences.d" \
    -o APT::Architecture="$ARCH" -o APT::Architectures="$ARCH" -o APT::Install-Recommends=false \
    -o APT::Sandbox::User="$(id -un)" -o Debug::NoLocking=1 -o Acquire::Languages=none -o Acquire::Retries=3 \
    -o DPkg::Post-Invoke= -o APT::Update::Post-Invoke= "$@"
}
remedy() { die "$1 ($(tail -n 1 "$W/log/err" 2> /dev/null)); check the network, a proxy, or PARLEY_DEBIAN_MIRROR, $OTHER"; }

say "reading the package lists of Debian $SUITE"
# apt-get update only warns when a mirror cannot be reached; --error-on=any makes it fail
own_apt --error-on=any update > /dev/null 2> "$W/log/err" || remedy "the package lists could not be downloaded"

PACKAGES="asterisk asterisk-core-sounds-en-wav"
[ $TOOLS = no ] || PACKAGES="$PACKAGES sip-tester baresip-core"
# shellcheck disable=SC2086  # a list of words
own_apt install --yes --print-uris $PACKAGES > "$W/uris" 2> "$W/log/err" || remedy "the packages '$PACKAGES' could not be chosen"
COUNT=$(wc -l < "$W/uris")
MB=$(awk '{ sum += $3 } END { printf "%d", sum / 1000000 }' "$W/uris")
say "downloading $COUNT packages ($MB MB)"
# shellcheck disable=SC2086
own_apt install --yes --download-only $PACKAGES > /dev/null 2> "$W/log/err" &
APT=$!
while kill -0 $APT 2> /dev/null; do
  sleep 1
  ticks=$((${ticks:-0} + 1))
  [ $((ticks % 5)) != 0 ] || say "  $(($(du -sk "$W/cache/archives" | cut -f1) / 1000)) of $MB MB"
done
wait $APT || remedy "the download failed"

say "unpacking"
for deb in "$W"/cache/archives/*.deb; do
  # our own configuration comes from Parley's templates; manuals and translations are not needed
  dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$NEW/root" --no-same-owner \
    --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' \
    --exclude='./usr/share/perl*' --exclude='./usr/lib/*/perl*' --exclude='./etc/asterisk/*'
done
# these links are made by the sounds package's install script, which does not run here
SOUNDS=$NEW/root/usr/share/asterisk/sounds
for voice in "$SOUNDS"/en_US_*; do
  [ -d "$voice" ] || die "the sounds package has no English voice where it used to be; report this, $OTHER"
  ln -sfn "$(basename "$voice")" "$SOUNDS/en"
  ln -sfn "$(basename "$voice")" "$SOUNDS/en_US"
done

# The loader is started directly with --library-path and not through LD_LIBRARY_PATH: programs that Asterisk itself
# starts must go on using the machine's own libraries.
LOADER=$(cd "$NEW/root" && find -L usr/lib64 usr/lib -maxdepth 2 -name 'ld-linux*.so.*' 2> /dev/null | head -n 1)
[ -n "$LOADER" ] || die "the unpacked C library has no loader where it used to be; report this, $OTHER"
for program in usr/sbin/asterisk usr/sbin/astcanary usr/bin/sipp usr/bin/baresip; do
  [ -x "$NEW/root/$program" ] || continue
  wrapper=$NEW/bin/$(basename "$program")
  cat > "$wrapper" <<SH
#!/bin/sh
# found from this file's own place, so that the folder can be moved
P=\$(dirname "\$(dirname "\$(realpath "\$0")")")/root
export GCONV_PATH="\$P/usr/lib/$TRIPLET/gconv"
exec "\$P/$LOADER" --library-path "\$P/usr/lib/$TRIPLET" "\$P/$program" "\$@"
SH
  chmod +x "$wrapper"
done

VERSION=$("$NEW/bin/asterisk" -V) || die "Asterisk was unpacked but does not start; report this with your 'uname -a', $OTHER"
case $VERSION in
  *' 22.'*) ;;
  *) say "note: this is $VERSION, Parley is tested with Asterisk 22" ;;
esac
rm -rf "$W"
{
  echo "version=$VERSION"
  echo "test-tools=$TOOLS"
  # what 'parley up' puts into the templates; relative to PREFIX
  echo "modules=root/usr/lib/$TRIPLET/asterisk/modules"
  echo "data=root/usr/share/asterisk"
} > "$NEW/.finished"
rm -rf "$PREFIX"
mv "$NEW" "$PREFIX"
say "$VERSION is ready in $PREFIX ($(du -sm "$PREFIX" | cut -f1) MB)"
