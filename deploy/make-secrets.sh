#!/bin/sh
# Makes what nobody has to choose, and leaves a file to fill in for what others give you. What is there already stays.
#   deploy/make-secrets.sh STORAGE-HOST [FOLDER]
set -eu
storage=${1:?"Say the host name that browsers send documents to: deploy/make-secrets.sh documents.areasend.example.org"}
folder=${2:-$(dirname "$0")/secrets}
umask 077
mkdir -p "$folder"
cd "$folder"

put() { [ -e "$1" ] || printf '%s' "$2" > "$1"; }

put database-password "$(openssl rand -hex 32)"
put pgpass "database:5432:areasend:areasend:$(cat database-password)"
[ -e storage.env ] || printf 'AZURITE_ACCOUNTS=areasend:%s\n' "$(openssl rand -base64 64 | tr -d '\n')" > storage.env
key=$(sed 's/^AZURITE_ACCOUNTS=areasend://' storage.env)
put AreaSend__Blobs__ConnectionString "DefaultEndpointsProtocol=https;AccountName=areasend;AccountKey=$key;BlobEndpoint=https://$storage/areasend;"
put AreaSend__SignIn__ClientSecret ""
put AreaSend__Mail__Smtp__Password ""

# The consoles run as a user of their own, who reads these through the mount; nobody else on this machine looks into the folder.
chmod 644 ./*
echo "Fill in, in $(pwd): AreaSend__SignIn__ClientSecret, and AreaSend__Mail__Smtp__Password if the mail server wants one."
