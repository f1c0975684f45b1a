#!/bin/sh
# Puts a built site where a web server serves it: sh publishing/deploy.sh SITE ROOT [BASE [LISTEN]]
# SITE is the built folder, ROOT the server's (/srv/archive), BASE where the site stands on its server (/ or /archive/),
# LISTEN nginx's port. The new site is made beside the old one, compressed, and put in its place by renaming one link.
set -eu

site=$1 root=$2 base=${3:-/} listen=${4:-80}
case $base in /*/ | /) ;; *) echo "BASE must begin and end with /: $base" >&2; exit 2 ;; esac
[ -f "$site/index.html" ] || { echo "No site there: $site" >&2; exit 1; }

mkdir -p "$root/releases"
root=$(cd "$root" && pwd)
new=$(mktemp -d "$root/releases/XXXXXXXX")
trap 'rm -rf "$new"' EXIT
mkdir -p "$new$base"
cp -R "$site/." "$new$base"
chmod -R u=rwX,go=rX "$new"
# -n leaves the time out: the same file, the same bytes.
find "$new" -type f -size +1k \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.mjs' -o -name '*.json' \
    -o -name '*.jsonl' -o -name '*.xml' -o -name '*.svg' -o -name '*.txt' -o -name '*.csv' -o -name '*.sqlite' \) \
    -exec gzip -9 -k -f -n {} +

if [ -f "$new${base}csp.txt" ]; then
    printf 'add_header Content-Security-Policy "%s" always;\n' "$(tr -d '"\n' <"$new${base}csp.txt")" >"$root/policy.conf.new"
else
    : >"$root/policy.conf.new"
fi
sed -e '/^#/d' -e "s#@ROOT@#$root#g; s#@BASE@#$base#g; s#@LISTEN@#$listen#g" "$(dirname "$0")/nginx.conf" >"$root/nginx.conf.new"
mv "$root/policy.conf.new" "$root/policy.conf"
mv "$root/nginx.conf.new" "$root/nginx.conf"
ln -s "$new" "$root/current.new"
mv -T "$root/current.new" "$root/current" 2>/dev/null || { rm -f "$root/current"; mv "$root/current.new" "$root/current"; }
trap - EXIT
# The release before this one stays, for pages that readers have open; older ones go.
for old in $(ls -t "$root/releases" | tail -n +3); do rm -rf "$root/releases/$old"; done
echo "Deployed. After the first time: include $root/nginx.conf in nginx's http block; then: nginx -s reload"
