#!/usr/bin/env bash
# Copies the primary on first start, follows it as db2, and then has writes wait for it.
set -euo pipefail
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA" && chmod 700 "$PGDATA"
  pg_basebackup -h db1 -U southbridge -D "$PGDATA" -R -X stream --checkpoint=fast
  echo "primary_conninfo = 'host=db1 user=southbridge password=$PGPASSWORD application_name=db2'" >> "$PGDATA/postgresql.auto.conf"
  (
    until psql -h db1 -U southbridge -Atc "SELECT 1 FROM pg_stat_replication WHERE application_name = 'db2'" | grep -q 1; do sleep 1; done
    psql -h db1 -U southbridge -c "ALTER SYSTEM SET synchronous_standby_names = 'FIRST 1 (db2)'" -c 'SELECT pg_reload_conf()'
  ) &
fi
exec postgres
